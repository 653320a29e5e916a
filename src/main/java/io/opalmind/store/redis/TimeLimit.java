package io.opalmind.store.redis;

import java.time.Duration;

/** Until when something may take. */
public final class TimeLimit {
    private static final long NANOS = 1_000_000;

    private final long granted;
    private final long end;

    private TimeLimit(long millis) {
        granted = millis;
        end = System.nanoTime() + millis * NANOS;
    }

    /** From now on. */
    static TimeLimit of(Duration duration) {
        return of(duration.toMillis());
    }

    static TimeLimit of(long millis) {
        return new TimeLimit(Math.max(1, millis));
    }

    /** An equal share of what is left, for the next of so many that are tried in turn. */
    TimeLimit share(int parts) {
        return parts <= 1 ? this : new TimeLimit(Math.max(1, nanos() / NANOS / parts));
    }

    /** What is left; zero or less when it is over. */
    long nanos() {
        return end - System.nanoTime();
    }

    boolean isOver() {
        return nanos() <= 0;
    }

    /**
     * What is left, at least one.
     *
     * @param missing what did not come, {@code no answer} for one
     * @throws WireException where nothing is left
     */
    int millis(String missing) throws WireException {
        long nanos = nanos();
        if (nanos <= 0) {
            throw exceeded(missing);
        }
        return (int) Math.min(Integer.MAX_VALUE, nanos / NANOS + 1);
    }

    /** What was granted. */
    Duration granted() {
        return Duration.ofMillis(granted);
    }

    WireException exceeded(String missing) {
        return new WireException(missing + " within " + granted + " ms");
    }
}
