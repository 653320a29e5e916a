package io.opalmind.store;

/** What can happen to a look-up in the cache; the names that the SDK counts under. */
public enum CacheEvent {
    HIT("hits"),
    MISS("misses"),
    SET("sets"),
    STALE_EVICTION("staleEvictions");

    private final String counter;

    CacheEvent(String counter) {
        this.counter = counter;
    }

    /** The counter's name in JSON and in the stores. */
    public String counter() {
        return counter;
    }
}
