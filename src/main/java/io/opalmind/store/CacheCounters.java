package io.opalmind.store;

/** How often each event happened to one feature. All are zero or more. */
public record CacheCounters(long hits, long misses, long sets, long staleEvictions) {
    public static final CacheCounters NONE = new CacheCounters(0, 0, 0, 0);

    public CacheCounters plus(CacheEvent event, long times) {
        return switch (event) {
            case HIT -> new CacheCounters(hits + times, misses, sets, staleEvictions);
            case MISS -> new CacheCounters(hits, misses + times, sets, staleEvictions);
            case SET -> new CacheCounters(hits, misses, sets + times, staleEvictions);
            case STALE_EVICTION -> new CacheCounters(hits, misses, sets, staleEvictions + times);
        };
    }

    /** Both together. */
    public CacheCounters plus(CacheCounters other) {
        return new CacheCounters(
                hits + other.hits, misses + other.misses, sets + other.sets, staleEvictions + other.staleEvictions);
    }

    /** How often something was looked for. */
    public long lookups() {
        return hits + misses;
    }

    /** Percent of the look-ups that found something; 0 where there were none. */
    public double hitRate() {
        return lookups() == 0 ? 0 : 100.0 * hits / lookups();
    }
}
