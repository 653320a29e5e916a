package io.opalmind.matomo.track.bulk;

import io.opalmind.matomo.track.Backoff;
import org.jspecify.annotations.Nullable;

/** Ends an import before the end of its input: a failure of one lane, or a signal. */
final class Halt {
    private final Backoff backoff;
    private volatile boolean called;
    private volatile @Nullable RuntimeException cause;

    Halt(Backoff backoff) {
        this.backoff = backoff;
    }

    /** Calls it; the first cause counts. */
    void call(@Nullable RuntimeException failure) {
        synchronized (this) {
            if (!called) {
                cause = failure;
                called = true;
            }
        }
        backoff.stop();
    }

    boolean isCalled() {
        return called;
    }

    /** What failed; null where a signal called it, or nobody. */
    @Nullable
    RuntimeException cause() {
        return cause;
    }

    /** @throws HaltedException where it was called */
    void check() {
        if (called) {
            throw new HaltedException();
        }
    }

    /** Unwinds a lane whose import was ended elsewhere. */
    static final class HaltedException extends RuntimeException {
        HaltedException() {
            super("the import was stopped", null, false, false);
        }
    }
}
