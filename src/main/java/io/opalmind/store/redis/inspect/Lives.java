package io.opalmind.store.redis.inspect;

import java.time.Duration;

/**
 * How long keys live that are written with this configuration.
 *
 * @param report a cached report; zero where the cache is off
 * @param record the record of a delivered hit
 */
public record Lives(Duration report, Duration record) {
    private static final long SECOND = 1000;

    /** Seconds since a key was written, by what is left of its life; unknown where it was given another life. */
    long ageSeconds(KeyKind kind, long ttlMillis) {
        if (ttlMillis < 0 || (kind != KeyKind.CACHE && kind != KeyKind.IDEMPOTENCY)) {
            return FoundKey.UNKNOWN;
        }
        long life = (kind == KeyKind.CACHE ? report : record).toMillis();
        // SETEX rounds up to whole seconds.
        long rounded = (life + SECOND - 1) / SECOND * SECOND;
        return ttlMillis > rounded ? FoundKey.UNKNOWN : (rounded - ttlMillis) / SECOND;
    }
}
