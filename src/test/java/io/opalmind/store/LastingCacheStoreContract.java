package io.opalmind.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a cache promises beyond that if it outlives an invocation. Here {@code open} may be called again in one test. */
public abstract class LastingCacheStoreContract extends CacheStoreContract {
    @Test
    void entry_outlives_the_one_who_put_it() throws Exception {
        try (CacheStore first = open(Clock.systemUTC())) {
            first.put("key", bytes("value"), Duration.ofMinutes(1));
        }
        try (CacheStore second = open(Clock.systemUTC())) {
            assertArrayEquals(bytes("value"), second.get("key"));
        }
    }

    @Test
    void two_that_are_open_at_once_see_the_same() throws Exception {
        try (CacheStore one = open(Clock.systemUTC());
                CacheStore other = open(Clock.systemUTC())) {
            one.put("key", bytes("first"), Duration.ofMinutes(1));
            assertArrayEquals(bytes("first"), other.get("key"));
            other.put("key", bytes("second"), Duration.ofMinutes(1));
            assertArrayEquals(bytes("second"), one.get("key"));
        }
    }
}
