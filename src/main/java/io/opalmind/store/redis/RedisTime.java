package io.opalmind.store.redis;

import java.time.Duration;

/** Times to live as Redis takes them: whole numbers, so rounded up. */
final class RedisTime {
    /** Three centuries: Redis refuses what, in milliseconds since 1970, does not fit 64 bits. */
    private static final Duration LONGEST = Duration.ofSeconds(10_000_000_000L);

    private RedisTime() {}

    static long seconds(Duration timeToLive) {
        Duration kept = bounded(timeToLive);
        return kept.getNano() > 0 ? kept.getSeconds() + 1 : kept.getSeconds();
    }

    static long millis(Duration timeToLive) {
        return bounded(timeToLive).plusNanos(999_999).toMillis();
    }

    private static Duration bounded(Duration timeToLive) {
        if (timeToLive.isZero() || timeToLive.isNegative()) {
            throw new IllegalArgumentException("A time to live is more than zero, and this is " + timeToLive);
        }
        return timeToLive.compareTo(LONGEST) > 0 ? LONGEST : timeToLive;
    }
}
