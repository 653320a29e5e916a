package io.opalmind.testing.redis;

/** Redis answered the test's own command with an error; the message is its line, {@code READONLY …} for one. */
public final class RedisRefusal extends RuntimeException {
    RedisRefusal(String line) {
        super(line);
    }
}
