package io.opalmind.testing.redis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a server is to be. Files lie in the server's working directory, where its settings name them without a path, so
 * that one text serves a process and a container.
 *
 * @param port where it listens, the same inside and outside of a container
 * @param peers whether it must reach other servers, and they it, by 127.0.0.1
 * @param settings lines of redis.conf
 * @param files name to content
 */
record ServerSpec(int port, boolean sentinel, boolean peers, List<String> settings, Map<String, String> files) {
    static final String CONF = "redis.conf";

    /** A server by itself. Later lines win over what every server has, {@code port 0} for one. */
    static ServerSpec alone(int port, String... settings) {
        List<String> all = new ArrayList<>(List.of("save \"\"", "appendonly no"));
        all.addAll(List.of(settings));
        return new ServerSpec(port, false, false, all, Map.of());
    }

    /** A server that talks to others and to a sentinel. */
    static ServerSpec peer(int port, String... settings) {
        return new ServerSpec(port, false, true, alone(port, settings).settings, Map.of());
    }

    /** A sentinel that watches nothing yet. */
    static ServerSpec sentinel(int port) {
        return new ServerSpec(port, true, true, List.of(), Map.of());
    }

    ServerSpec with(Map<String, String> more) {
        return new ServerSpec(port, sentinel, peers, settings, more);
    }

    /** The files to put down before the start, redis.conf among them. */
    Map<String, String> filesBoundTo(String address) {
        Map<String, String> all = new LinkedHashMap<>(files);
        all.put(
                CONF,
                "port " + port + "\nbind " + address + "\nprotected-mode no\n" + String.join("\n", settings) + "\n");
        return all;
    }

    /** What to start after the name of the binary. */
    List<String> arguments() {
        return sentinel ? List.of(CONF, "--sentinel") : List.of(CONF);
    }
}
