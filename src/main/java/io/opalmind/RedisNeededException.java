package io.opalmind;

/** Redis cannot be reached, or failed, and what was asked for is in Redis alone. The message is a whole sentence. */
public final class RedisNeededException extends RuntimeException {
    RedisNeededException(String message, Throwable cause) {
        super(message, cause);
    }
}
