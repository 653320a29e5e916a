package io.opalmind.matomo.track;

import io.opalmind.matomo.MatomoException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before a hit is sent again: the SDK's 150 ms, doubled each time up to 10 s, and up to 250 ms of jitter
 * on top, so that many processes do not come back at once; or what the server asks for.
 */
public final class Backoff {
    /** The SDK's, four in all. */
    public static final int ATTEMPTS = 4;
    /** A server that wants a longer pause than this is not waited for: the queue can wait better. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final long FIRST_MILLIS = 150;
    private static final long LONGEST_MILLIS = 10_000;
    private static final long JITTER_MILLIS = 250;

    private final long firstMillis;
    private final long jitterMillis;
    private final Lock lock = new ReentrantLock();
    private final Condition stopped = lock.newCondition();
    private boolean stop;

    public Backoff() {
        this(FIRST_MILLIS, JITTER_MILLIS);
    }

    /** @param firstMillis before the second attempt, instead of the SDK's 150 */
    Backoff(long firstMillis, long jitterMillis) {
        this.firstMillis = firstMillis;
        this.jitterMillis = jitterMillis;
    }

    /**
     * The wait before the next attempt.
     *
     * @param attempts made so far, 1 or more
     * @param failure of the last one; where it says when to come back, that counts
     */
    public Duration delay(int attempts, @Nullable MatomoException failure) {
        if (failure instanceof MatomoException.ComeBackLater later) {
            return later.after();
        }
        long millis = Math.min(firstMillis << Math.min(attempts - 1, 20), LONGEST_MILLIS);
        return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(jitterMillis + 1));
    }

    /**
     * Waits.
     *
     * @return false where {@link #stop} ended it, or the thread was interrupted
     */
    public boolean pause(Duration time) {
        long left = time.toNanos();
        lock.lock();
        try {
            while (!stop && left > 0) {
                left = stopped.awaitNanos(left);
            }
            return !stop;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Ends every wait, now and later; from any thread. */
    public void stop() {
        lock.lock();
        try {
            stop = true;
            stopped.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
