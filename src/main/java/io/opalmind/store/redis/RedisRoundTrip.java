package io.opalmind.store.redis;

import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.output.ValueOutput;
import io.lettuce.core.protocol.CommandType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Tries what every other command does, with a key of its own that ends after a second: to write, and to read. A PING
 * would be answered by a replica that is read-only, by a server that is out of memory, and to a user without rights.
 */
public final class RedisRoundTrip {
    private final RedisLink link;
    private final byte[] key;

    /** @param cachePrefix tells the caches that share a Redis apart */
    public RedisRoundTrip(RedisLink link, String cachePrefix) {
        this.link = link;
        this.key = (RedisStatsStore.PREFIX + cachePrefix + "health").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * How long the reading takes.
     *
     * @throws io.opalmind.store.StoreException where either fails; the message names the cause
     */
    public Duration measure() {
        link.await(link.send(
                CommandType.SETEX,
                new StatusOutput<>(RedisLink.CODEC),
                RedisLink.args().addKey(key).add(1).addValue(new byte[] {'1'})));
        long start = System.nanoTime();
        link.await(link.send(
                CommandType.GET,
                new ValueOutput<>(RedisLink.CODEC),
                RedisLink.args().addKey(key)));
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
