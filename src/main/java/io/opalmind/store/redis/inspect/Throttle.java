package io.opalmind.store.redis.inspect;

import io.opalmind.store.StoreException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets so many keys a second pass, so that a Redis in service does not feel that it is looked through. */
final class Throttle {
    private static final long SECOND = 1_000_000_000;
    private static final int MOST_AT_ONCE = 1000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition time = lock.newCondition();
    private final int perSecond;
    private long free = System.nanoTime();

    /** @param perSecond 0 lets all pass at once */
    Throttle(int perSecond) {
        this.perSecond = perSecond;
    }

    /** How many keys to ask for at once: a tenth of a second's, a thousand at the most. */
    int portion() {
        return perSecond == 0 ? MOST_AT_ONCE : Math.max(1, Math.min(MOST_AT_ONCE, perSecond / 10));
    }

    /** Waits until that many may pass. */
    void pass(int keys) {
        if (perSecond == 0) {
            return;
        }
        lock.lock();
        try {
            for (long wait = free - System.nanoTime(); wait > 0; wait = free - System.nanoTime()) {
                long left = time.awaitNanos(wait);
                assert left <= wait;
            }
            free = System.nanoTime() + keys * SECOND / perSecond;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted", e);
        } finally {
            lock.unlock();
        }
    }
}
