package io.opalmind.store.redis;

import io.lettuce.core.KeyValue;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.output.KeyValueListOutput;
import io.lettuce.core.protocol.CommandType;
import io.opalmind.store.CacheCounters;
import io.opalmind.store.CacheEvent;
import io.opalmind.store.FeatureName;
import io.opalmind.store.StatsStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counters in Redis: a hash for all time, and one for each hour (UTC) of the last 35 days, with fields such as
 * {@code popularUrls:hits}. They stand under a prefix of their own, so that the SDK never takes one for a cached report.
 */
public final class RedisStatsStore implements StatsStore {
    private static final String PREFIX = "opalmind:stats:";
    private static final long HOUR_SECONDS = 3600;
    private static final long KEPT_HOURS = 35 * 24;

    private final RedisLink link;
    private final String prefix;
    private final Clock clock;
    private final ArrayDeque<SentCommand<Long>> underway = new ArrayDeque<>();

    /**
     * @param link closed by its owner, not by this store
     * @param cachePrefix tells the caches that share a Redis apart
     */
    public RedisStatsStore(RedisLink link, String cachePrefix, Clock clock) {
        this.link = link;
        this.prefix = PREFIX + cachePrefix;
        this.clock = clock;
    }

    @Override
    public void count(String feature, CacheEvent event) {
        byte[] field = (FeatureName.check(feature) + ":" + event.counter()).getBytes(StandardCharsets.UTF_8);
        byte[] hour = hour(clock.instant().getEpochSecond() / HOUR_SECONDS);
        forgetArrived();
        increment(total(), field);
        increment(hour, field);
        underway.add(link.send(
                CommandType.EXPIRE,
                new IntegerOutput<>(RedisLink.CODEC),
                RedisLink.args().addKey(hour).add((KEPT_HOURS + 1) * HOUR_SECONDS)));
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
        Patience patience = link.patience();
        if (!since.isAfter(Instant.EPOCH)) {
            add(patience.await(read(total())), counters);
            return counters;
        }
        long now = clock.instant().getEpochSecond() / HOUR_SECONDS;
        long from = Math.max(since.getEpochSecond() / HOUR_SECONDS, now - KEPT_HOURS);
        List<SentCommand<List<KeyValue<byte[], byte[]>>>> hours = new ArrayList<>();
        for (long hour = from; hour <= now; hour++) {
            hours.add(read(hour(hour)));
        }
        for (SentCommand<List<KeyValue<byte[], byte[]>>> hour : hours) {
            add(patience.await(hour), counters);
        }
        return counters;
    }

    private SentCommand<List<KeyValue<byte[], byte[]>>> read(byte[] key) {
        return link.send(
                CommandType.HGETALL,
                new KeyValueListOutput<>(RedisLink.CODEC),
                RedisLink.args().addKey(key));
    }

    private static void add(List<KeyValue<byte[], byte[]>> fields, Map<String, CacheCounters> counters) {
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

    /** Of what arrived there is nothing to say; what failed stays, for {@link #settle()} to say so. */
    private void forgetArrived() {
        SentCommand<Long> oldest = underway.peek();
        while (oldest != null && oldest.isDone() && !oldest.isCompletedExceptionally()) {
            underway.remove();
            oldest = underway.peek();
        }
    }

    private void settle() {
        List<SentCommand<Long>> sent = List.copyOf(underway);
        underway.clear();
        Patience patience = link.patience();
        for (SentCommand<Long> command : sent) {
            patience.await(command);
        }
    }

    /** Waits until what was counted has arrived. */
    @Override
    public void close() {
        settle();
    }
}
