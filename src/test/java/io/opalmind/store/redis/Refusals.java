package io.opalmind.store.redis;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.store.StoreException;
import java.time.Duration;
import org.junit.jupiter.api.function.Executable;

/** What a Redis that cannot be used leads to: one exception, soon, with few words and no secret. */
final class Refusals {
    private static final int LONGEST = 300;

    private Refusals() {}

    /** The message of opening a connection. */
    static String of(RedisSettings settings) {
        return of(settings, () -> RedisLink.open(settings));
    }

    /** The message of that action. */
    static String of(RedisSettings settings, Executable action) {
        long start = System.nanoTime();
        StoreException refused = assertThrows(StoreException.class, action);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        String message = refused.getMessage();
        Duration limit =
                settings.connectTimeout().plus(settings.commandTimeout()).multipliedBy(3);
        assertTrue(took.compareTo(limit) < 0, "took " + took.toMillis() + " ms: " + message);
        assertTrue(message.length() < LONGEST && message.lines().count() == 1, message);
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            String said = String.valueOf(cause.getMessage());
            assertFalse(settings.password() != null && said.contains(settings.password()), said);
            assertFalse(settings.url() != null && settings.url().contains("@") && said.contains(settings.url()), said);
        }
        return message;
    }
}
