package io.opalmind.store.redis;

import io.lettuce.core.KeyValue;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.output.KeyValueListOutput;
import io.lettuce.core.protocol.CommandType;
import io.opalmind.store.CacheCounters;
import io.opalmind.store.CacheEvent;
import io.opalmind.store.FeatureName;
import io.opalmind.store.StatsStore;
import io.opalmind.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counters in Redis: a hash for all time, and one for each hour (UTC) of the last 35 days, with fields such as
 * {@code popularUrls:hits}. They stand under a prefix of their own, so that the SDK never takes one for a cached report.
 */
public final class RedisStatsStore implements StatsStore {
    static final String PREFIX = "opalmind:stats:";
    private static final long HOUR_SECONDS = 3600;
    private static final long KEPT_HOURS = 35 * 24;
    /** So many answers may be on their way before a command of many reports looks at them. */
    private static final int MOST_UNDERWAY = 3000;

    private final RedisLink link;
    private final String prefix;
    private final Clock clock;
    private final List<Reply<Long>> underway = new ArrayList<>();

    /**
     * @param link closed by its owner, not by this store
     * @param cachePrefix tells the caches that share a Redis apart
     */
    public RedisStatsStore(RedisLink link, String cachePrefix, Clock clock) {
        this.link = link;
        this.prefix = PREFIX + cachePrefix;
        this.clock = clock;
    }

    /** Sent at once and not waited for. */
    @Override
    public void count(String feature, CacheEvent event) {
        byte[] field = (FeatureName.check(feature) + ":" + event.counter()).getBytes(StandardCharsets.UTF_8);
        byte[] hour = hour(Math.floorDiv(clock.instant().getEpochSecond(), HOUR_SECONDS));
        if (underway.size() >= MOST_UNDERWAY) {
            settle();
        }
        increment(total(), field);
        increment(hour, field);
        underway.add(link.send(
                CommandType.EXPIRE,
                new IntegerOutput<>(RedisLink.CODEC),
                RedisLink.args().addKey(hour).add((KEPT_HOURS + 1) * HOUR_SECONDS)));
        link.flush();
    }

    private void increment(byte[] key, byte[] field) {
        underway.add(link.send(
                CommandType.HINCRBY,
                new IntegerOutput<>(RedisLink.CODEC),
                RedisLink.args().addKey(key).add(field).add(1)));
    }

    private byte[] total() {
        return (prefix + "total").getBytes(StandardCharsets.UTF_8);
    }

    private byte[] hour(long hour) {
        return (prefix + "hour:" + hour).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Map<String, CacheCounters> counters(Instant since) {
        settle();
        Map<String, CacheCounters> counters = new TreeMap<>();
        TimeLimit limit = link.limit();
        if (!since.isAfter(Instant.EPOCH)) {
            add(read(total()).await(limit), counters);
            return counters;
        }
        long now = Math.floorDiv(clock.instant().getEpochSecond(), HOUR_SECONDS);
        long from = Math.max(Math.floorDiv(since.getEpochSecond(), HOUR_SECONDS), now - KEPT_HOURS);
        List<Reply<List<KeyValue<byte[], byte[]>>>> hours = new ArrayList<>();
        for (long hour = from; hour <= now; hour++) {
            hours.add(read(hour(hour)));
        }
        for (Reply<List<KeyValue<byte[], byte[]>>> hour : hours) {
            add(hour.await(limit), counters);
        }
        return counters;
    }

    /** The hour to come too: of a host whose clock is ahead. */
    @Override
    public void reset() {
        settle();
        long now = Math.floorDiv(clock.instant().getEpochSecond(), HOUR_SECONDS);
        delete(total());
        for (long hour = now - KEPT_HOURS - 1; hour <= now + 1; hour++) {
            delete(hour(hour));
        }
        settle();
    }

    private void delete(byte[] key) {
        underway.add(link.send(
                CommandType.DEL,
                new IntegerOutput<>(RedisLink.CODEC),
                RedisLink.args().addKey(key)));
    }

    private Reply<List<KeyValue<byte[], byte[]>>> read(byte[] key) {
        return link.send(
                CommandType.HGETALL,
                new KeyValueListOutput<>(RedisLink.CODEC),
                RedisLink.args().addKey(key));
    }

    private static void add(@Nullable List<KeyValue<byte[], byte[]>> fields, Map<String, CacheCounters> counters) {
        if (fields == null) {
            return;
        }
        for (KeyValue<byte[], byte[]> field : fields) {
            String name = new String(field.getKey(), StandardCharsets.UTF_8);
            int colon = name.lastIndexOf(':');
            for (CacheEvent event : CacheEvent.values()) {
                if (colon > 0 && name.substring(colon + 1).equals(event.counter())) {
                    String feature = name.substring(0, colon);
                    CacheCounters before = counters.getOrDefault(feature, CacheCounters.NONE);
                    counters.put(feature, before.plus(event, number(field.getValue())));
                }
            }
        }
    }

    private static long number(byte[] digits) {
        try {
            return Long.parseLong(new String(digits, StandardCharsets.US_ASCII));
        } catch (NumberFormatException foreign) {
            return 0;
        }
    }

    /** Takes all answers in, and then throws the first fault among them. */
    private void settle() {
        StoreException fault = null;
        TimeLimit limit = link.limit();
        for (Reply<Long> reply : underway) {
            try {
                Long sum = reply.await(limit);
                assert sum != null;
            } catch (StoreException e) {
                fault = fault == null ? e : fault;
            }
        }
        underway.clear();
        if (fault != null) {
            throw fault;
        }
    }

    /** Waits until what was counted has arrived. */
    @Override
    public void close() {
        settle();
    }
}
