package io.opalmind.matomo;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request to Matomo failed. The message says what, where and what next, in one line; it may quote the server, so it is
 * to be redacted and made harmless before it reaches a terminal.
 */
public sealed class MatomoException extends RuntimeException permits MatomoException.ComeBackLater {
    private final ErrorKind kind;

    public MatomoException(ErrorKind kind, String message) {
        this(kind, message, null);
    }

    public MatomoException(ErrorKind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public ErrorKind kind() {
        return kind;
    }

    /** The server said when to come back: {@code Retry-After} or a rate limit's reset. */
    public static final class ComeBackLater extends MatomoException {
        private final Duration after;

        public ComeBackLater(ErrorKind kind, String message, Duration after) {
            super(kind, message);
            this.after = after;
        }

        /** How long to wait from the time of the answer on; zero or more. */
        public Duration after() {
            return after;
        }
    }
}
