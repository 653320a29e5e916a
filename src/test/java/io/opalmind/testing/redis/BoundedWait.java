package io.opalmind.testing.redis;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process does in its own time, and gives up with a message. */
final class BoundedWait {
    private static final long PAUSE_NANOS = 10_000_000;

    private BoundedWait() {}

    /** @param what completes the sentence "waited 10 s for …" */
    static void until(Duration limit, String what, BooleanSupplier done) {
        long end = System.nanoTime() + limit.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited " + limit.toSeconds() + " s for " + what);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
