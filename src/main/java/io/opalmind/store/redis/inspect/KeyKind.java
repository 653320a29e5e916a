package io.opalmind.store.redis.inspect;

import java.util.Locale;

/** What a key of ours is for. */
public enum KeyKind {
    /** A cached report. */
    CACHE,
    /** The record of a delivered hit. */
    IDEMPOTENCY,
    /** A hit under way, or the index of these. */
    CLAIM,
    /** Hits that wait for their delivery, and what belongs to them. */
    QUEUE,
    /** Counters of the cache. */
    STATS;

    /** The name by which users ask for it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
