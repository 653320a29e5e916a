package io.opalmind.store;

import java.time.Clock;
import java.time.Duration;

/** When an entry's time is over. */
final class Expiry {
    /** Ten years: as good as for ever, and every file system's time stamps hold it. */
    private static final Duration LONGEST = Duration.ofDays(3650);

    private Expiry() {}

    /**
     * In milliseconds since the epoch; ten years from now at most.
     *
     * @throws IllegalArgumentException where the time to live is zero or less
     */
    static long of(Clock clock, Duration timeToLive) {
        if (timeToLive.isZero() || timeToLive.isNegative()) {
            throw new IllegalArgumentException("a time to live of " + timeToLive);
        }
        Duration kept = timeToLive.compareTo(LONGEST) > 0 ? LONGEST : timeToLive;
        // A fraction of a millisecond is still a time to live.
        return clock.millis() + Math.max(1, kept.toMillis());
    }
}
