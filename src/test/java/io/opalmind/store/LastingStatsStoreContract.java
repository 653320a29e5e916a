package io.opalmind.store;

import static io.opalmind.store.CacheEvent.HIT;
import static io.opalmind.store.CacheEvent.SET;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What counters promise beyond that if they outlive an invocation. {@code open} may be called again in one test. */
public abstract class LastingStatsStoreContract extends StatsStoreContract {
    @Test
    void counts_of_one_after_the_other_add_up() throws Exception {
        for (int i = 0; i < 3; i++) {
            try (StatsStore store = open(Clock.systemUTC())) {
                store.count("popularUrls", HIT);
            }
        }
        try (StatsStore store = open(Clock.systemUTC())) {
            assertEquals(Map.of("popularUrls", new CacheCounters(3, 0, 0, 0)), store.counters(Instant.EPOCH));
        }
    }

    @Test
    void counts_of_two_that_are_open_at_once_add_up() throws Exception {
        try (StatsStore one = open(Clock.systemUTC());
                StatsStore other = open(Clock.systemUTC())) {
            one.count("popularUrls", HIT);
            other.count("popularUrls", SET);
            one.count("popularUrls", HIT);
        }
        try (StatsStore store = open(Clock.systemUTC())) {
            assertEquals(Map.of("popularUrls", new CacheCounters(2, 0, 1, 0)), store.counters(Instant.EPOCH));
        }
    }
}
