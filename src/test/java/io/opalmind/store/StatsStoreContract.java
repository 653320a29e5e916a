package io.opalmind.store;

import static io.opalmind.store.CacheEvent.HIT;
import static io.opalmind.store.CacheEvent.MISS;
import static io.opalmind.store.CacheEvent.SET;
import static io.opalmind.store.CacheEvent.STALE_EVICTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every form of the counters promises. Public for the forms in other packages. */
public abstract class StatsStoreContract {
    private final MovableClock clock = new MovableClock("2026-11-24T20:59:59.999Z");
    private StatsStore store;

    /** A store with nothing in it but what this test counted; its hours are the clock's. */
    protected abstract StatsStore open(Clock clock) throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open(clock);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void nothing_is_there_before_the_first_event() {
        assertEquals(Map.of(), store.counters(Instant.EPOCH));
    }

    @Test
    void each_event_counts_under_its_own_name() {
        count("popularUrls", HIT, 4);
        count("popularUrls", MISS, 3);
        count("popularUrls", SET, 2);
        count("popularUrls", STALE_EVICTION, 1);
        assertEquals(Map.of("popularUrls", new CacheCounters(4, 3, 2, 1)), store.counters(Instant.EPOCH));
    }

    @Test
    void features_are_counted_apart() {
        count("popularUrls", HIT, 1);
        count("campaigns", HIT, 2);
        count("ga4", SET, 1);
        assertEquals(
                Map.of(
                        "popularUrls", new CacheCounters(1, 0, 0, 0),
                        "campaigns", new CacheCounters(2, 0, 0, 0),
                        "ga4", new CacheCounters(0, 0, 1, 0)),
                store.counters(Instant.EPOCH));
    }

    @Test
    void since_counts_from_the_start_of_its_hour() {
        count("popularUrls", HIT, 1);
        clock.moveTo("2026-11-24T21:00:00Z");
        count("popularUrls", HIT, 2);
        clock.moveTo("2026-11-24T22:15:00Z");
        count("popularUrls", HIT, 4);
        assertEquals(7, hitsSince("2026-11-24T20:00:00Z"));
        assertEquals(7, hitsSince("2026-11-24T20:59:59.999Z"));
        assertEquals(6, hitsSince("2026-11-24T21:00:00Z"));
        assertEquals(6, hitsSince("2026-11-24T21:59:59Z"));
        assertEquals(4, hitsSince("2026-11-24T22:59:00Z"));
        assertEquals(0, hitsSince("2026-11-24T23:00:00Z"));
    }

    @Test
    void since_may_be_any_instant() {
        count("popularUrls", HIT, 1);
        assertEquals(Map.of(), store.counters(Instant.MAX));
        assertEquals(1, store.counters(Instant.MIN).get("popularUrls").hits());
    }

    @Test
    void epoch_is_all_that_was_ever_counted() {
        for (int day = 0; day < 100; day++) {
            count("popularUrls", HIT, 1);
            clock.move(Duration.ofDays(1));
        }
        assertEquals(100, store.counters(Instant.EPOCH).get("popularUrls").hits());
    }

    @Test
    void last_thirty_days_are_told_by_the_hour() {
        for (int day = 0; day < 40; day++) {
            count("popularUrls", MISS, 1);
            clock.move(Duration.ofDays(1));
        }
        Map<String, CacheCounters> counters = store.counters(clock.instant().minus(Duration.ofDays(30)));
        assertEquals(Map.of("popularUrls", new CacheCounters(0, 30, 0, 0)), counters);
    }

    @Test
    void thousand_events_are_a_thousand() {
        count("popularUrls", HIT, 1000);
        assertEquals(1000, store.counters(Instant.EPOCH).get("popularUrls").hits());
    }

    @Test
    void name_that_is_no_feature_is_refused_and_not_counted() {
        String[] names = {
            "", " ", "popular urls", "popular\nurls", "popularUrls ", "ünder", "a:b", "a/b", "٣", "a".repeat(65)
        };
        for (String name : names) {
            assertThrows(StoreException.class, () -> store.count(name, HIT), name);
        }
        assertEquals(Map.of(), store.counters(Instant.EPOCH));
    }

    @Test
    void nothing_is_left_of_what_was_counted_before_a_reset() {
        count("popularUrls", HIT, 3);
        clock.move(Duration.ofDays(50));
        count("campaigns", MISS, 2);
        clock.move(Duration.ofHours(2));
        count("campaigns", SET, 1);
        store.reset();
        assertEquals(Map.of(), store.counters(Instant.EPOCH));
        assertEquals(Map.of(), store.counters(clock.instant().minus(Duration.ofDays(30))));
    }

    @Test
    void counting_goes_on_after_a_reset() {
        count("popularUrls", HIT, 3);
        store.reset();
        count("popularUrls", HIT, 2);
        store.reset();
        count("popularUrls", HIT, 1);
        assertEquals(1, store.counters(Instant.EPOCH).get("popularUrls").hits());
        assertEquals(1, hitsSince("2026-11-24T20:00:00Z"));
    }

    @Test
    void reset_of_nothing_does_nothing() {
        store.reset();
        assertEquals(Map.of(), store.counters(Instant.EPOCH));
    }

    private void count(String feature, CacheEvent event, int times) {
        for (int i = 0; i < times; i++) {
            store.count(feature, event);
        }
    }

    private long hitsSince(String instant) {
        CacheCounters counters = store.counters(Instant.parse(instant)).get("popularUrls");
        return counters == null ? 0 : counters.hits();
    }
}
