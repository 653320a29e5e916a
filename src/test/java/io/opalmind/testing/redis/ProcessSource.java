package io.opalmind.testing.redis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/** Servers as processes, from a binary that embedded-redis unpacks or that the PATH names. */
final class ProcessSource implements RedisSource {
    private final String name;
    private final Map<OsArchitecture, String> inJar;
    private @Nullable Path unpacked;
    private @Nullable Path binary;

    /** @param inJar the resource for each kind of computer; empty for what the PATH names */
    private ProcessSource(String name, Map<OsArchitecture, String> inJar) {
        this.name = name;
        this.inJar = inJar;
    }

    /** Redis 6.2 from Maven Central, for Linux and macOS; the one for Linux on amd64 wants OpenSSL 3 in the system. */
    static ProcessSource embedded() {
        return new ProcessSource("embedded server", ExecutableProvider.newProvidedVersionsMap());
    }

    /** From the same jar, for a Linux without OpenSSL 3 or without glibc: it is linked statically, TLS included. */
    static ProcessSource embeddedStatic() {
        return new ProcessSource(
                "embedded server", Map.of(OsArchitecture.UNIX_x86_64, "/redis-server-6.2.7-linux-386"));
    }

    static ProcessSource onPath() {
        return new ProcessSource("redis-server on the PATH", Map.of());
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
            Path candidate = inJar.isEmpty() ? Path.of("redis-server") : unpack();
            version(candidate);
            binary = candidate;
        }
        return binary;
    }

    /** The library's own start method keeps the process to itself, and the tests must be able to stop and kill it. */
    private Path unpack() {
        if (unpacked == null) {
            unpacked = TemporaryFiles.directory("opalmind-redis-server");
        }
        try {
            return ExecutableProvider.newJarResourceProvider(unpacked::toFile, inJar)
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
                throw new IllegalStateException(
                        "the " + name + " does not run here: " + said.replace(server + ": ", ""));
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
