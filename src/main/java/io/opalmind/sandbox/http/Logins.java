package io.opalmind.sandbox.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;

/** Failed logins: more than twenty within an hour lock everybody out, as they lock out an address in Matomo. */
final class Logins {
    private static final int ALLOWED = 20;
    private static final Duration MEMORY = Duration.ofMinutes(60);

    private final Clock clock;
    private final ArrayDeque<Instant> rejected = new ArrayDeque<>();

    Logins(Clock clock) {
        this.clock = clock;
    }

    /** Those beyond what locks out are not needed, and not kept. */
    synchronized void reject() {
        if (!areLockedOut()) {
            rejected.add(clock.instant());
        }
    }

    synchronized boolean areLockedOut() {
        Instant since = clock.instant().minus(MEMORY);
        while (!rejected.isEmpty() && !rejected.peekFirst().isAfter(since)) {
            rejected.removeFirst();
        }
        return rejected.size() > ALLOWED;
    }
}
