package io.opalmind.store.redis.inspect;

/** A line cannot be carried in; those before it were. The message says which and why. */
public final class BadLineException extends RuntimeException {
    BadLineException(long line, String reason) {
        super("Line " + line + ": " + reason);
    }
}
