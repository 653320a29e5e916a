package io.opalmind.matomo.track.bulk;

import io.opalmind.matomo.track.Backoff;
import java.time.Duration;

/** Lets so many hits a second pass, evenly, whichever lane they come from. */
final class RateGate {
    private static final long SECOND = 1_000_000_000;

    private final int rate;
    private final Backoff waiting;
    /** When the next hit is due, by {@link System#nanoTime}. */
    private long due = System.nanoTime();

    /** @param rate hits per second, or 0 for any number */
    RateGate(int rate, Backoff waiting) {
        this.rate = rate;
        this.waiting = waiting;
    }

    /** Waits until so many hits may pass; returns early where all is stopped. */
    void pass(int hits) {
        if (rate > 0) {
            waiting.pause(Duration.ofNanos(reserve(hits)));
        }
    }

    private synchronized long reserve(int hits) {
        long now = System.nanoTime();
        long start = Math.max(now, due);
        due = start + hits * SECOND / rate;
        return start - now;
    }
}
