package io.opalmind.testing.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A cluster of three masters that share the 16384 slots, without replicas: with one of them dead, the cluster is down.
 *
 * @param masters each with a third of the keys; their commands do not follow {@code MOVED}
 */
public record ClusterRedis(List<RedisServer> masters) implements RedisBed {
    private static final int SIZE = 3;
    private static final int SLOTS = 16_384;
    private static final Duration JOIN_LIMIT = Duration.ofSeconds(30);

    static ClusterRedis open(RedisSource source) {
        ClusterRedis cluster = new ClusterRedis(new ArrayList<>());
        try {
            for (int i = 0; i < SIZE; i++) {
                cluster.masters.add(source.boot(node(), Access.OPEN));
            }
            cluster.join();
            return cluster;
        } catch (RuntimeException failed) {
            cluster.close();
            throw failed;
        }
    }

    private static ServerSpec node() {
        // The time after which a node counts as dead: short, yet no false alarm on a busy machine.
        return ServerSpec.peer(
                Ports.free(), "cluster-enabled yes", "cluster-announce-ip 127.0.0.1", "cluster-node-timeout 3000");
    }

    private void join() {
        for (int i = 0; i < SIZE; i++) {
            RedisServer master = masters.get(i);
            // Epochs that differ, else the nodes have to settle a conflict first.
            master.command("CLUSTER", "SET-CONFIG-EPOCH", Integer.toString(i + 1));
            master.command(addSlots(i * SLOTS / SIZE, (i + 1) * SLOTS / SIZE));
        }
        for (RedisServer other : masters.subList(1, SIZE)) {
            masters.get(0).command("CLUSTER", "MEET", other.host(), Integer.toString(other.port()));
        }
        BoundedWait.until(JOIN_LIMIT, "three masters to become a cluster", this::isWhole);
    }

    /** One by one: ADDSLOTSRANGE came with Redis 7, and the embedded server is 6.2. */
    private static String[] addSlots(int from, int to) {
        String[] words = new String[2 + to - from];
        words[0] = "CLUSTER";
        words[1] = "ADDSLOTS";
        for (int slot = from; slot < to; slot++) {
            words[2 + slot - from] = Integer.toString(slot);
        }
        return words;
    }

    private boolean isWhole() {
        for (RedisServer master : masters) {
            String state = master.command("CLUSTER", "INFO").get(0);
            if (!state.contains("cluster_state:ok") || !state.contains("cluster_known_nodes:" + SIZE)) {
                return false;
            }
        }
        return true;
    }

    /** Of the first master: {@code redis://HOST:PORT}. */
    public String url() {
        return masters.get(0).url();
    }

    /** The variables of the configuration that point to the cluster. */
    public Map<String, String> settings() {
        return Map.of(
                "REDIS_HOST", masters.get(0).host(),
                "REDIS_PORT", Integer.toString(masters.get(0).port()),
                "REDIS_CLUSTER", "true");
    }

    /** The master that holds the slot of that key. */
    public RedisServer ownerOf(String key) {
        int slot = Integer.parseInt(
                masters.get(0).command("CLUSTER", "KEYSLOT", key).get(0));
        for (int i = 0; i < SIZE; i++) {
            if (slot < (i + 1) * SLOTS / SIZE) {
                return masters.get(i);
            }
        }
        throw new IllegalStateException("slot " + slot + " of " + key + " is out of range");
    }

    @Override
    public void reset() {
        for (RedisServer master : masters) {
            master.revive();
        }
        BoundedWait.until(JOIN_LIMIT, "the cluster to heal", this::isWhole);
        for (RedisServer master : masters) {
            master.flush();
        }
    }

    @Override
    public void close() {
        for (RedisServer master : masters) {
            master.close();
        }
    }
}
