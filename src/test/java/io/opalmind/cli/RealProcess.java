package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code opalmind} in a process of its own, for what only a real one shows: signals, closed pipes, the exit code. */
final class RealProcess implements AutoCloseable {
    private static final long LIMIT_SECONDS = 60;

    private final Process process;
    private final Path stderr;

    private RealProcess(Process process, Path stderr) {
        this.process = process;
        this.stderr = stderr;
    }

    /** Standard output is a pipe to {@link #readLine} and {@link #closeOutput}. */
    static RealProcess start(Path home, Map<String, String> environment, String... args) throws IOException {
        return start(home, environment, null, args);
    }

    static RealProcess start(Path home, Map<String, String> environment, @Nullable File stdout, String... args)
            throws IOException {
        Path work = Files.createDirectories(home.resolve("work"));
        Path stderr = home.resolve("stderr");
        ProcessBuilder builder =
                new ProcessBuilder(command(args)).directory(work.toFile()).redirectError(stderr.toFile());
        if (stdout != null) {
            builder.redirectOutput(stdout);
        }
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("OPALMIND_STATE_DIR", home.resolve("state").toString());
        return new RealProcess(builder.start(), stderr);
    }

    private static List<String> command(String... args) {
        List<String> command = new ArrayList<>(SignalReset.PREFIX);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(Main.class.getName());
        command.addAll(List.of(args));
        return command;
    }

    /** A build that runs in the background of a shell has SIGINT ignored, and its children inherit that. */
    private static final class SignalReset {
        static final List<String> PREFIX = works() ? List.of("env", "--default-signal=INT") : List.of();

        private static boolean works() {
            try {
                return new ProcessBuilder("env", "--default-signal=INT", "true")
                                .start()
                                .waitFor()
                        == 0;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    void signal(String name) throws IOException, InterruptedException {
        String pid = Long.toString(process.pid());
        assertEquals(0, new ProcessBuilder("kill", "-" + name, pid).start().waitFor());
    }

    @Nullable
    String readLine() throws IOException {
        BufferedReader reader = process.inputReader();
        return reader.readLine();
    }

    /** As {@code head} does when it has seen enough. */
    void closeOutput() throws IOException {
        process.getInputStream().close();
    }

    RealProcess exits(int code) throws IOException, InterruptedException {
        assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "still running after " + LIMIT_SECONDS + " s");
        assertEquals(code, process.exitValue(), () -> "exit code; standard error was:\n" + stderr());
        return this;
    }

    RealProcess says(String expected) {
        assertEquals(expected, stderr());
        return this;
    }

    String stderr() {
        try {
            return Files.readString(stderr);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
