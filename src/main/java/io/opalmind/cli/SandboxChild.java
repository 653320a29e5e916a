package io.opalmind.cli;

import io.opalmind.sandbox.Sandbox;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs a command that finds the sandbox in its environment, as a script would find a real Matomo. */
final class SandboxChild {
    /** As a shell says that there is no such command. */
    private static final int NOT_FOUND = 127;

    private static final Set<String> OF_THE_REAL_ONE = Set.of("OPALMIND_PROFILE", "MATOMO_TOKEN_FILE");

    private final Invocation invocation;
    private final Sandbox sandbox;

    SandboxChild(Invocation invocation, Sandbox sandbox) {
        this.invocation = invocation;
        this.sandbox = sandbox;
    }

    /** Runs it to its end, and says with which code it ended. */
    int run(List<String> command) {
        try (SandboxFolder folder = invocation.cleanup().with(SandboxFolder.make())) {
            return invocation
                    .cleanup()
                    .with(new SandboxProcess())
                    .start(builder(command, folder))
                    .waitFor();
        } catch (IOException e) {
            invocation.console().error(reason(e) + ". Name a program behind --, and its arguments.");
            return NOT_FOUND;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return ExitCode.BUG;
        }
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
        environment.keySet().removeIf(name -> name.startsWith("REDIS") || OF_THE_REAL_ONE.contains(name));
        environment.put("OPALMIND_ENV_FILE", "/dev/null");
        environment.compute("NO_PROXY", SandboxChild::withLoopback);
        environment.compute("no_proxy", SandboxChild::withLoopback);
        environment.putAll(SandboxVariables.of(sandbox, folder));
        return builder;
    }

    /** A proxy knows another loopback. */
    private static String withLoopback(String name, @Nullable String before) {
        return before == null || before.isEmpty() ? "127.0.0.1" : before + ",127.0.0.1";
    }
}
