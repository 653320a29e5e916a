package io.opalmind.store;

import org.jspecify.annotations.Nullable;

/** What a cache holds of one feature, or of all. */
public final class Holdings {
    /** An entry that stands out; see {@link CacheSurvey.Entries#entry}. */
    public record Entry(String key, long bytes, long timeToLive) {}

    private final TtlSpread spread = new TtlSpread();
    private long entries;
    private long bytes;
    private long endless;
    private @Nullable Entry soonest;
    private @Nullable Entry latest;

    void add(String key, long size, long timeToLive) {
        entries++;
        bytes += size;
        if (timeToLive == CacheSurvey.NO_END) {
            endless++;
            return;
        }
        spread.add(timeToLive);
        if (soonest == null || timeToLive < soonest.timeToLive) {
            soonest = new Entry(key, size, timeToLive);
        }
        if (latest == null || timeToLive > latest.timeToLive) {
            latest = new Entry(key, size, timeToLive);
        }
    }

    public long entries() {
        return entries;
    }

    /** Of keys and values. */
    public long bytes() {
        return bytes;
    }

    /** Entries that have no end. */
    public long endless() {
        return endless;
    }

    /** The times to live of all others. */
    public TtlSpread spread() {
        return spread;
    }

    /** The entry that ends first, the oldest where all live equally long; null where none ends. */
    public @Nullable Entry soonest() {
        return soonest;
    }

    /** The entry that ends last, the newest where all live equally long; null where none ends. */
    public @Nullable Entry latest() {
        return latest;
    }
}
