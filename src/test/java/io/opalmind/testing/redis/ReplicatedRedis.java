package io.opalmind.testing.redis;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A primary, its read-only replica, and a sentinel that watches both under the name {@link #NAME}.
 *
 * @param primary takes writes
 * @param replica answers {@code READONLY} to writes
 * @param sentinel names the primary of the moment; alone it is quorum enough for a failover
 */
public record ReplicatedRedis(RedisServer primary, RedisServer replica, RedisServer sentinel) implements RedisBed {
    /** What the sentinel calls the primary. */
    public static final String NAME = "opalmind";

    private static final Duration LIMIT = Duration.ofSeconds(30);

    static ReplicatedRedis open(RedisSource source) {
        RedisServer primary = source.boot(peer(), Access.OPEN);
        RedisServer replica = null;
        try {
            replica = source.boot(peer("replicaof 127.0.0.1 " + primary.port()), Access.OPEN);
            // A sentinel asks a primary for its replicas every ten seconds only: they must be there when it starts.
            waitForLink(replica);
            RedisServer sentinel = source.boot(ServerSpec.sentinel(Ports.free()), Access.OPEN);
            ReplicatedRedis all = new ReplicatedRedis(primary, replica, sentinel);
            all.watch();
            return all;
        } catch (RuntimeException failed) {
            primary.close();
            if (replica != null) {
                replica.close();
            }
            throw failed;
        }
    }

    private static ServerSpec peer(String... settings) {
        ServerSpec spec = ServerSpec.peer(Ports.free(), settings);
        // Else the first copy waits five seconds for more replicas that might come.
        spec.settings().add("repl-diskless-sync-delay 0");
        return spec;
    }

    /** Has the sentinel begin; it writes this into its settings, so that a restart keeps it. */
    private void watch() {
        sentinel.command("SENTINEL", "MONITOR", NAME, primary.host(), Integer.toString(primary.port()), "1");
        // Dead after three seconds: short, yet no false alarm on a busy machine.
        sentinel.command("SENTINEL", "SET", NAME, "down-after-milliseconds", "3000");
        sentinel.command("SENTINEL", "SET", NAME, "failover-timeout", "10000");
        BoundedWait.until(LIMIT, "the sentinel to see primary and replica", this::isAsBuilt);
    }

    /** {@code redis-sentinel://HOST:PORT#NAME}, as lettuce reads it. */
    public String url() {
        return "redis-sentinel://" + sentinel.host() + ":" + sentinel.port() + "#" + NAME;
    }

    /** The variables of the configuration that find the primary through the sentinel. */
    public Map<String, String> settings() {
        return Map.of("REDIS_URL", url());
    }

    /** The port of the server that the sentinel holds for the primary. */
    public int primaryPort() {
        return Integer.parseInt(
                sentinel.command("SENTINEL", "GET-MASTER-ADDR-BY-NAME", NAME).get(1));
    }

    /** Has the sentinel exchange the roles, and waits until the replica is the primary. */
    public void failOver() {
        BoundedWait.until(LIMIT, "the sentinel to begin a failover", this::beginsFailover);
        BoundedWait.until(
                LIMIT,
                "the replica to become the primary",
                () -> primaryPort() == replica.port() && role(replica).equals("master"));
    }

    /** A sentinel promotes only a replica that it has heard of in the last seconds; a moment later it has. */
    private boolean beginsFailover() {
        try {
            return sentinel.command("SENTINEL", "FAILOVER", NAME).contains("OK");
        } catch (RedisRefusal notNow) {
            if (notNow.getMessage().startsWith("NOGOODSLAVE")) {
                return false;
            }
            throw notNow;
        }
    }

    private boolean isAsBuilt() {
        List<String> watched = sentinel.command("SENTINEL", "MASTER", NAME);
        return member(watched, "port").equals(Integer.toString(primary.port()))
                && member(watched, "flags").equals("master")
                && member(watched, "num-slaves").equals("1")
                && role(primary).equals("master")
                && role(replica).equals("slave")
                && hasLink(replica);
    }

    private static String member(List<String> pairs, String name) {
        return pairs.get(pairs.indexOf(name) + 1);
    }

    private static String role(RedisServer server) {
        return server.command("ROLE").get(0);
    }

    private static void waitForLink(RedisServer replica) {
        BoundedWait.until(LIMIT, "the replica to copy its primary", () -> hasLink(replica));
    }

    private static boolean hasLink(RedisServer replica) {
        return "up".equals(replica.info("master_link_status"));
    }

    @Override
    public void reset() {
        primary.revive();
        replica.revive();
        sentinel.revive();
        if (!isAsBuilt()) {
            rebuild();
        }
        primary.flush();
        primary.command("WAIT", "1", "2000");
    }

    private void rebuild() {
        sentinel.command("SENTINEL", "REMOVE", NAME);
        primary.command("REPLICAOF", "NO", "ONE");
        replica.command("REPLICAOF", primary.host(), Integer.toString(primary.port()));
        waitForLink(replica);
        watch();
    }

    @Override
    public void close() {
        sentinel.close();
        replica.close();
        primary.close();
    }
}
