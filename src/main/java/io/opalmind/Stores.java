package io.opalmind;

import io.opalmind.config.Config;
import io.opalmind.matomo.ReportCache;
import io.opalmind.store.CacheCensus;
import io.opalmind.store.CacheCounters;
import io.opalmind.store.CacheEvent;
import io.opalmind.store.CacheStore;
import io.opalmind.store.CacheSurvey;
import io.opalmind.store.MemoryCacheStore;
import io.opalmind.store.MemoryStatsStore;
import io.opalmind.store.StatsStore;
import io.opalmind.store.StoreException;
import io.opalmind.store.redis.RedisLink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The configured stores, opened when first used: Redis where it is configured, else files. Where they fail, there is one
 * warning, and the invocation goes on with memory.
 */
final class Stores implements CacheStore, CacheSurvey, StatsStore {
    private final Config config;
    private final Clock clock;
    private final Notices notices;
    private final RedisAccess redis;
    private final MemoryCacheStore memory;
    private final MemoryStatsStore memoryStats;
    private @Nullable OpenStores open;
    private boolean failed;
    private volatile boolean closed;

    /** @param redis closed with these stores */
    Stores(Config config, Clock clock, Notices notices, RedisAccess redis) {
        this.config = config;
        this.clock = clock;
        this.notices = notices;
        this.redis = redis;
        this.memory = new MemoryCacheStore(clock);
        this.memoryStats = new MemoryStatsStore(clock);
    }

    @Override
    public byte @Nullable [] get(String key) {
        byte[] value = attempt(() -> new Found(stores().cache().get(key)), new Found(null)).value;
        return value == null && failed ? memory.get(key) : value;
    }

    /** Wraps what may be missing, as a lambda cannot return null to a checked caller. */
    private static final class Found {
        private final byte @Nullable [] value;

        Found(byte @Nullable [] value) {
            this.value = value;
        }
    }

    @Override
    public void put(String key, byte[] value, Duration timeToLive) {
        attempt(() -> stores().cache().put(key, value, timeToLive));
        if (failed) {
            memory.put(key, value, timeToLive);
        }
    }

    @Override
    public void count(String feature, CacheEvent event) {
        attempt(() -> stores().stats().count(feature, event));
        if (failed) {
            memoryStats.count(feature, event);
        }
    }

    @Override
    public Map<String, CacheCounters> counters(Instant since) {
        Map<String, CacheCounters> none = Map.of();
        Map<String, CacheCounters> counters = attempt(() -> stores().stats().counters(since), none);
        return failed ? memoryStats.counters(since) : counters;
    }

    @Override
    public void reset() {
        attempt(() -> stores().stats().reset());
    }

    @Override
    public void survey(Entries entries) {
        attempt(() -> stores().survey().survey(entries));
    }

    /** Whether they have failed, and memory is all there is. */
    boolean hasFailed() {
        return failed;
    }

    /** How it stands with the cache; nothing is known where the stores fail, at whatever point. */
    CacheStats stats(Instant since) {
        CacheCensus census = new CacheCensus(ReportCache::isReport);
        Map<String, CacheCounters> counters = counters(since);
        survey(census);
        Instant now = clock.instant();
        return failed
                ? new CacheStats("memory", now, memoryStats.counters(since), new CacheCensus(ReportCache::isReport))
                : new CacheStats(redis.isConfigured() ? "redis" : "local", now, counters, census);
    }

    @Override
    public void close() {
        OpenStores opened = open;
        open = null;
        if (opened != null && !failed) {
            attempt(opened.stats()::close);
        }
        closed = true;
        redis.close();
    }

    private OpenStores stores() {
        OpenStores opened = open;
        if (opened == null) {
            opened = openStores();
            open = opened;
        }
        return opened;
    }

    private OpenStores openStores() {
        if (!redis.isConfigured()) {
            return OpenStores.local(config.stateDir(), clock);
        }
        RedisLink link = redis.link();
        if (link == null) {
            throw new StoreException("Redis cannot be reached", null); // Said already, with its cause.
        }
        return OpenStores.redis(link, config.cache().prefix(), clock);
    }

    private void attempt(Runnable action) {
        attempt(
                () -> {
                    action.run();
                    return Boolean.TRUE;
                },
                Boolean.FALSE);
    }

    /** Once closed, which a signal does from another thread, nothing is opened again, and no fault is worth a word. */
    private <T> T attempt(Supplier<T> action, T otherwise) {
        if (failed || closed) {
            return otherwise;
        }
        try {
            return action.get();
        } catch (StoreException e) {
            if (closed) {
                return otherwise;
            }
            failed = true;
            if (redis.isConfigured()) {
                redis.failed(e);
            } else {
                notices.warn("The local store cannot be used, going on without: " + e.getMessage());
            }
            return otherwise;
        }
    }
}
