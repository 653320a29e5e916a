package io.opalmind.testing.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A server as docs/deploy has it: its {@code redis.conf}, of which the port, the address and the place of the users' file
 * alone are others here, and its users, with passwords and one for the test bed.
 *
 * @param server its own commands run as the user of the test bed, who may do all
 */
public record DeployedRedis(RedisServer server) implements RedisBed {
    /** Of all users alike. */
    private static final String PASSWORD = "0123456789abcdef".repeat(4);

    private static final String BED = "testbed";
    private static final Path DEPLOY = Path.of("docs", "deploy");

    static DeployedRedis open(RedisSource source) {
        int port = Ports.free();
        // In the host's network, where 127.0.0.1 means the same inside and outside of a container.
        ServerSpec spec = ServerSpec.peer(
                        port, "include deployed.conf", "port " + port, "bind 127.0.0.1", "aclfile users.acl")
                .with(Map.of("deployed.conf", read("redis.conf"), "users.acl", users()));
        return new DeployedRedis(source.boot(spec, Access.user(BED, PASSWORD)));
    }

    private static String users() {
        return read("users.acl.example").replaceAll("[A-Z]+_PASSWORD", PASSWORD) + "user " + BED + " on >" + PASSWORD
                + " ~* &* +@all\n";
    }

    private static String read(String name) {
        try {
            return Files.readString(DEPLOY.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The variables of the configuration for one of its users: opalmind, inspector, auditor. */
    public Map<String, String> settings(String user) {
        Map<String, String> settings = new LinkedHashMap<>(server.settings());
        settings.put("REDIS_USERNAME", user);
        settings.put("REDIS_PASSWORD", PASSWORD);
        return settings;
    }

    /** {@code ACL SETUSER} for one of its users on another server, with more rights at the end. */
    public String[] rules(String user, String... more) {
        for (String line : users().split("\n", -1)) {
            if (line.startsWith("user " + user + " ")) {
                List<String> words = new ArrayList<>(List.of("ACL", "SETUSER"));
                words.addAll(List.of(line.substring("user ".length()).split(" ", -1)));
                words.addAll(List.of(more));
                return words.toArray(String[]::new);
            }
        }
        throw new IllegalArgumentException(user);
    }

    @Override
    public void reset() {
        server.reset();
    }

    @Override
    public void close() {
        server.close();
    }
}
