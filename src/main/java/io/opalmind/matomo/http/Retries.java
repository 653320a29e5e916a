package io.opalmind.matomo.http;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedSupplier;
import io.opalmind.matomo.MatomoException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Tries again what may succeed a moment later: network faults, 408, 5xx, and a 429 that says when. Never a refused token
 * nor a lockout: each further one makes the lockout longer.
 */
public final class Retries {
    /** Longer than this a server's wish to wait is not followed but reported: the user's script can wait better. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(10);

    private final RetryPolicy<Object> policy;

    /**
     * @param maxAttempts 1 or more
     * @param firstDelay the wait before the second attempt; doubles up to 10 s, with jitter of up to a quarter
     * @param log told of each further attempt
     */
    public Retries(int maxAttempts, Duration firstDelay, Consumer<String> log) {
        policy = RetryPolicy.builder()
                .handleIf(Retries::worthAnother)
                .withMaxAttempts(maxAttempts)
                .withDelayFn(context -> delay(firstDelay, context.getAttemptCount(), context.getLastException()))
                .onRetry(event -> log.accept("attempt " + (event.getAttemptCount() + 1) + " of " + maxAttempts + ": "
                        + event.getLastException().getMessage()))
                .build();
    }

    /** Never less than what the server asks for, so failsafe's own jitter, which goes both ways, is not for us. */
    private static Duration delay(Duration first, int attempts, Throwable failure) {
        if (failure instanceof MatomoException.ComeBackLater later) {
            return later.after();
        }
        long millis = Math.min(first.toMillis() << Math.min(attempts - 1, 20), LONGEST_BACKOFF.toMillis());
        long quarter = millis / 4;
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis - quarter, millis + quarter + 1));
    }

    <T> T run(CheckedSupplier<T> attempt) {
        return Failsafe.with(policy).get(attempt);
    }

    private static boolean worthAnother(Throwable failure) {
        if (failure instanceof MatomoException.ComeBackLater later) {
            return later.after().compareTo(LONGEST_WAIT) <= 0;
        }
        return failure instanceof MatomoException e
                && e.kind().isTransient()
                && !(e.getCause() instanceof NoRetryException);
    }
}
