package io.opalmind.store;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;

/** When claims are made: {@link ClaimEntry#since}. Those of one store come in order, however close to each other. */
public final class ClaimTime {
    private static final int MICROS_PER_MILLI = 1000;

    private final Clock clock;
    private long last;

    public ClaimTime(Clock clock) {
        this.clock = clock;
    }

    /** The time of the first of so many claims that are made now; each of the others is one more. */
    public synchronized long next(int count) {
        long now =
                clock.millis() * MICROS_PER_MILLI + ThreadLocalRandom.current().nextInt(MICROS_PER_MILLI);
        long first = Math.max(now, last + 1);
        last = first + count - 1;
        return first;
    }
}
