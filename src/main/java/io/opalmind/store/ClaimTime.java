package io.opalmind.store;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;

/** When a claim is made: {@link ClaimEntry#since}. */
public final class ClaimTime {
    private static final int MICROS_PER_MILLI = 1000;

    private ClaimTime() {}

    public static long now(Clock clock) {
        return clock.millis() * MICROS_PER_MILLI + ThreadLocalRandom.current().nextInt(MICROS_PER_MILLI);
    }
}
