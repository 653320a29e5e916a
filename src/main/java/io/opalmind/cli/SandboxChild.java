package io.opalmind.cli;

import io.opalmind.sandbox.Sandbox;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a command that finds the sandbox in its environment, as a script would find a real Matomo. */
final class SandboxChild {
    /** As a shell says that there is no such command. */
    private static final int NOT_FOUND = 127;

    /** For what it still writes; its folder goes then. */
    private static final int LAST_WORDS_MS = 500;

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
            invocation.cleanup().with((AutoCloseable) () -> stop(process));
            return process.waitFor();
        } catch (IOException e) {
            invocation.console().error(reason(e) + ". Name a program behind --, and its arguments.");
            return NOT_FOUND;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return ExitCode.BUG;
        }
    }

    /** A shell that is told to end leaves what it runs alone; a test that goes on would speak to nobody. */
    private static void stop(Process process) throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        children.forEach(ProcessHandle::destroy);
        process.waitFor(LAST_WORDS_MS, TimeUnit.MILLISECONDS);
    }

    /** Java's own words, without the directory: {@code Cannot run program "x": error=2, No such file or directory}. */
    private static String reason(IOException fault) {
        String said = String.valueOf(fault.getMessage());
        int directory = said.indexOf(" (in directory");
        int error = said.indexOf("error=");
        return directory < 0 || error < 0
                ? said
                : said.substring(0, directory) + ": " + said.substring(said.indexOf(' ', error) + 1);
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
