package io.opalmind.testing.matomo;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts rejected tokens: more than twenty lock the address out, for good tokens too. */
final class Logins {
    static final int ALLOWED = 20;

    private final AtomicInteger rejected = new AtomicInteger();

    void reject() {
        rejected.incrementAndGet();
    }

    boolean areLockedOut() {
        return rejected.get() > ALLOWED;
    }

    int rejected() {
        return rejected.get();
    }

    void forget() {
        rejected.set(0);
    }
}
