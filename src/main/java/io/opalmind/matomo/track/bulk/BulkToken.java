package io.opalmind.matomo.track.bulk;

import java.util.concurrent.locks.ReentrantLock;

/**
 * What is known of the token in bulk requests. One marked 'secure' is passed over there, and each time counts as a failed
 * login, of which twenty lock this address out. So the first hit that goes with the token goes alone, of all lanes: Matomo
 * names the {@code invalid_indices}, be it an empty list, exactly to a token that it takes and that may write.
 */
final class BulkToken {
    enum Standing {
        UNKNOWN,
        /** It is taken, and Matomo says which hits are invalid. */
        GOOD,
        /** It is taken for nothing: what needs it is to be sent hit by hit. */
        USELESS
    }

    private final ReentrantLock trial = new ReentrantLock();
    private volatile Standing standing = Standing.UNKNOWN;
    private volatile boolean spared;

    Standing standing() {
        return standing;
    }

    /**
     * Runs the first request with the token while others wait; it is to call {@link #learn}.
     *
     * @return false where another has done so meanwhile, and nothing was run
     */
    boolean tryOnce(Runnable request) {
        trial.lock();
        try {
            if (standing != Standing.UNKNOWN) {
                return false;
            }
            request.run();
            return true;
        } finally {
            trial.unlock();
        }
    }

    /** Takes from an answer to a request with the token what it says of it. */
    void learn(boolean namesIndices) {
        standing = namesIndices ? Standing.GOOD : standing == Standing.UNKNOWN ? Standing.USELESS : standing;
    }

    /** From now on the token goes only where a hit needs it: with it, bulk requests fail that are fine without. */
    void spare() {
        spared = true;
    }

    /** Whether it may, as it stood, go along where no hit needs it, for the sake of the indices. */
    boolean isWelcome(Standing seen) {
        return !spared && seen != Standing.USELESS;
    }
}
