package io.opalmind.testing.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A server as a process of this computer, in a directory of its own. */
final class ProcessMachine implements RedisMachine {
    private final List<String> command = new ArrayList<>();
    private final Path directory;
    private final Path log;
    private @Nullable Process process;

    /** @param binary a path, or a name that the system finds on the PATH */
    ProcessMachine(Path binary, ServerSpec spec) {
        command.add(binary.toString());
        command.addAll(spec.arguments());
        directory = TemporaryFiles.directory("opalmind-redis");
        log = directory.resolve("redis.log");
        for (Map.Entry<String, String> file : spec.filesBoundTo("127.0.0.1").entrySet()) {
            TemporaryFiles.write(directory, file.getKey(), file.getValue());
        }
    }

    @Override
    public void start() {
        try {
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    @Override
    public void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    @Override
    public void freeze() {
        signal("STOP");
    }

    @Override
    public void thaw() {
        signal("CONT");
    }

    /** By the shell's own kill: a bare machine need not have /bin/kill. */
    private void signal(String name) {
        try {
            int code = new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill -" + name + " of Redis failed with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in kill -" + name, e);
        }
    }

    @Override
    public boolean running() {
        return process != null && process.isAlive();
    }

    @Override
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "no log";
        }
    }

    @Override
    public void close() {
        kill();
        TemporaryFiles.remove(directory);
    }
}
