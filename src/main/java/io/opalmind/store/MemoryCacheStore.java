package io.opalmind.store;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reports for the time of one invocation; what a command goes on with when its Redis is down. Holds 32 MB at most: what
 * has expired goes first, then the soonest to expire.
 */
public final class MemoryCacheStore implements CacheStore, CacheSurvey {
    static final long MAX_BYTES = 32L * 1024 * 1024;
    /** About what an entry costs beside its value. */
    private static final int OVERHEAD = 128;

    private final Clock clock;
    private final Map<String, Kept> entries = new HashMap<>();
    private long bytes;

    public MemoryCacheStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized byte @Nullable [] get(String key) {
        Kept kept = entries.get(key);
        return kept == null ? null : kept.value.clone();
    }

    @Override
    public synchronized void put(String key, byte[] value, Duration timeToLive) {
        long expiry = Expiry.of(clock, timeToLive);
        remove(key);
        if (value.length > MAX_VALUE_BYTES) {
            return;
        }
        dropExpired(clock.millis());
        Kept kept = new Kept(value.clone(), expiry);
        while (!entries.isEmpty() && bytes + kept.bytes() > MAX_BYTES) {
            remove(soonestToExpire());
        }
        entries.put(key, kept);
        bytes += kept.bytes();
    }

    @Override
    public synchronized void survey(Entries seen) {
        long now = clock.millis();
        for (Map.Entry<String, Kept> entry : entries.entrySet()) {
            Kept kept = entry.getValue();
            if (kept.expiry > now) {
                int bytes = entry.getKey().getBytes(StandardCharsets.UTF_8).length + kept.value.length;
                seen.entry(entry.getKey(), bytes, kept.expiry - now);
            }
        }
    }

    @Override
    public void close() {}

    private void remove(String key) {
        Kept gone = entries.remove(key);
        if (gone != null) {
            bytes -= gone.bytes();
        }
    }

    private void dropExpired(long now) {
        for (Iterator<Kept> all = entries.values().iterator(); all.hasNext(); ) {
            Kept kept = all.next();
            if (kept.expiry <= now) {
                all.remove();
                bytes -= kept.bytes();
            }
        }
    }

    private String soonestToExpire() {
        String key = "";
        long expiry = Long.MAX_VALUE;
        for (Map.Entry<String, Kept> entry : entries.entrySet()) {
            if (entry.getValue().expiry < expiry) {
                key = entry.getKey();
                expiry = entry.getValue().expiry;
            }
        }
        return key;
    }

    private static final class Kept {
        private final byte[] value;
        private final long expiry;

        Kept(byte[] value, long expiry) {
            this.value = value;
            this.expiry = expiry;
        }

        long bytes() {
            return value.length + (long) OVERHEAD;
        }
    }
}
