package io.opalmind.testing.redis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/** Servers as processes, from a binary that embedded-redis unpacks or that the PATH names. */
final class ProcessSource implements RedisSource {
    private final String name;
    private final boolean embedded;
    private @Nullable Path unpacked;
    private @Nullable Path binary;

    private ProcessSource(String name, boolean embedded) {
        this.name = name;
        this.embedded = embedded;
    }

    /** Redis 6.2 from Maven Central, for Linux and macOS; the one for Linux on amd64 speaks TLS. */
    static ProcessSource embedded() {
        return new ProcessSource("embedded server", true);
    }

    static ProcessSource onPath() {
        return new ProcessSource("redis-server on the PATH", false); // the system looks it up
    }

    @Override
    public RedisMachine machine(ServerSpec spec) {
        return new ProcessMachine(binary(), spec);
    }

    @Override
    public String describe() {
        return name + " " + version(binary());
    }

    private Path binary() {
        if (binary == null) {
            binary = embedded ? unpack() : Path.of("redis-server");
            version(binary);
        }
        return binary;
    }

    /** Its own start method keeps the process to itself, and the tests must be able to stop and kill it. */
    private Path unpack() {
        if (unpacked == null) {
            unpacked = TemporaryFiles.directory("opalmind-redis-server");
        }
        try {
            return ExecutableProvider.newJarResourceProvider(unpacked.toFile())
                    .get()
                    .toPath();
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("embedded-redis has no server for this computer: " + e.getMessage(), e);
        }
    }

    /** From {@code Redis server v=6.2.11 sha=…}; fails where the binary does not run here, for want of a library. */
    private String version(Path server) {
        try {
            Process process = new ProcessBuilder(server.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            int at = said.indexOf("v=");
            if (at < 0) {
                throw new IllegalStateException("the " + name + " does not run here: " + said);
            }
            return said.substring(at + 2, said.indexOf(' ', at));
        } catch (IOException e) {
            throw new IllegalStateException("the " + name + " does not run here: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (unpacked != null) {
            TemporaryFiles.remove(unpacked);
            unpacked = null;
        }
    }
}
