package io.opalmind.cli;

import io.opalmind.sandbox.Sandbox;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Runs a command that finds the sandbox in its environment, as a script would find a real Matomo. */
final class SandboxChild {
    /** As a shell says that there is no such command. */
    private static final int NOT_FOUND = 127;

    private final Invocation invocation;
    private final Sandbox sandbox;

    SandboxChild(Invocation invocation, Sandbox sandbox) {
        this.invocation = invocation;
        this.sandbox = sandbox;
    }

    /** Runs it to its end, and says with which code it ended. */
    int run(List<String> command) {
        try (SandboxFolder folder = invocation.cleanup().with(SandboxFolder.make())) {
            Process process = builder(command, folder).start();
            invocation.cleanup().with((AutoCloseable) process::destroy);
            return process.waitFor();
        } catch (IOException e) {
            invocation.console().error("Cannot run " + command.get(0) + ": " + e.getMessage() + ".");
            return NOT_FOUND;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return ExitCode.BUG;
        }
    }

    private ProcessBuilder builder(List<String> command, SandboxFolder folder) {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.directory(invocation.surroundings().directory().toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(invocation.surroundings().environment());
        // Its opalmind is to share neither cache nor queue with what the user does for real.
        environment.keySet().removeIf(name -> name.startsWith("REDIS_") || name.equals("OPALMIND_PROFILE"));
        environment.putAll(SandboxVariables.of(sandbox, folder));
        return builder;
    }
}
