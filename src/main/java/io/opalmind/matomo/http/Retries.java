package io.opalmind.matomo.http;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedSupplier;
import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.MatomoException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/**
 * Tries again what may succeed a moment later: network faults, 408, 5xx, and a 429 that says when. Never a refused token
 * nor a lockout: each further one makes the lockout longer.
 */
public final class Retries {
    /** Longer than this a server's wish to wait is not followed but reported: the user's script can wait better. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final RetryPolicy<Object> policy;

    /**
     * @param maxAttempts 1 or more
     * @param firstDelay the wait before the second attempt; doubles up to 10 s, with jitter of up to a quarter
     * @param log told of each further attempt
     */
    public Retries(int maxAttempts, Duration firstDelay, Consumer<String> log) {
        var builder = RetryPolicy.builder()
                .handleIf(Retries::worthAnother)
                .withMaxAttempts(maxAttempts)
                .withDelayFnOn(
                        context -> ((MatomoException.ComeBackLater) context.getLastException()).after(),
                        MatomoException.ComeBackLater.class)
                .onRetry(event -> log.accept("attempt " + (event.getAttemptCount() + 1) + " of " + maxAttempts + ": "
                        + event.getLastException().getMessage()));
        if (maxAttempts > 1) {
            builder.withBackoff(firstDelay.toMillis(), 10_000, ChronoUnit.MILLIS)
                    .withJitter(0.25);
        }
        policy = builder.build();
    }

    <T> T run(CheckedSupplier<T> attempt) {
        return Failsafe.with(policy).get(attempt);
    }

    private static boolean worthAnother(Throwable failure) {
        if (failure instanceof MatomoException.ComeBackLater later) {
            return later.after().compareTo(LONGEST_WAIT) <= 0;
        }
        return failure instanceof MatomoException e && e.kind().isTransient() && e.kind() != ErrorKind.RATE_LIMITED;
    }
}
