package io.opalmind.store.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.store.CacheCounters;
import io.opalmind.store.CacheEvent;
import io.opalmind.store.LastingStatsStoreContract;
import io.opalmind.store.StatsStore;
import io.opalmind.store.StoreException;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class RedisStatsStoreTest extends LastingStatsStoreContract {
    private static final String PREFIX = "opalmind:cache:";
    private static final long DAY = 86_400;

    private final RedisServer server;

    RedisStatsStoreTest(RedisServer server) {
        this.server = server;
    }

    @Override
    protected StatsStore open(Clock clock) {
        return open(clock, PREFIX);
    }

    private StatsStore open(Clock clock, String cachePrefix) {
        RedisLink link = RedisLink.open(Links.settings(server.settings()));
        return new Linked(link, new RedisStatsStore(link, cachePrefix, clock));
    }

    /** Closes what it stands on. */
    private record Linked(RedisLink link, StatsStore stats) implements StatsStore {
        @Override
        public void count(String feature, CacheEvent event) {
            stats.count(feature, event);
        }

        @Override
        public Map<String, CacheCounters> counters(Instant since) {
            return stats.counters(since);
        }

        @Override
        public void reset() {
            stats.reset();
        }

        @Override
        public void close() {
            try {
                stats.close();
            } finally {
                link.close();
            }
        }
    }

    @Test
    void counters_stand_apart_from_what_is_cached() {
        countOnce(PREFIX);
        assertEquals(2, server.keys().size());
        for (String key : server.keys()) {
            assertTrue(key.startsWith("opalmind:stats:"), key);
            assertFalse(key.startsWith(PREFIX), key);
        }
    }

    @Test
    void reset_leaves_what_is_cached_and_the_counters_of_other_caches() {
        countOnce("shop:");
        countOnce(PREFIX);
        server.set(PREFIX + "key", "value");
        try (StatsStore store = open(Clock.systemUTC())) {
            store.reset();
        }
        assertEquals(3, server.keys().size());
        assertEquals("value", server.get(PREFIX + "key"));
    }

    @Test
    void caches_with_other_prefixes_are_counted_apart() {
        countOnce("shop:");
        try (StatsStore store = open(Clock.systemUTC(), "blog:")) {
            assertEquals(Map.of(), store.counters(Instant.EPOCH));
        }
    }

    @Test
    void hours_end_by_themselves_and_totals_stay() {
        countOnce(PREFIX);
        for (String key : server.keys()) {
            long left = server.ttl(key);
            if (key.endsWith(":total")) {
                assertEquals(-1, left);
            } else {
                assertTrue(left > 35 * DAY - 60 && left <= 36 * DAY, key + " has " + left + " s");
            }
        }
    }

    private void countOnce(String cachePrefix) {
        try (StatsStore store = open(Clock.systemUTC(), cachePrefix)) {
            store.count("popularUrls", CacheEvent.HIT);
        }
    }

    @Test
    void counting_waits_for_no_answer_and_closing_does() throws Exception {
        StatsStore store = open(Clock.systemUTC());
        server.stop();
        for (int i = 0; i < 10; i++) {
            store.count("popularUrls", CacheEvent.HIT);
        }
        CompletableFuture<Void> closing = CompletableFuture.runAsync(store::close);
        assertFalse(closing.isDone());
        server.cont();
        closing.join();
        try (StatsStore other = open(Clock.systemUTC())) {
            assertEquals(10, other.counters(Instant.EPOCH).get("popularUrls").hits());
        }
    }

    @Test
    void counts_that_never_arrive_are_told_at_the_close() {
        StatsStore store = open(Clock.systemUTC());
        server.stop();
        store.count("popularUrls", CacheEvent.HIT);
        StoreException refused = assertThrows(StoreException.class, store::close);
        assertEquals("no answer within 2000 ms", refused.getMessage());
        server.cont();
    }

    @Test
    void key_that_holds_something_else_is_told_and_left_as_it_is() {
        server.set("opalmind:stats:opalmind:cache:total", "something else");
        StatsStore store = open(Clock.systemUTC());
        store.count("popularUrls", CacheEvent.HIT);
        StoreException refused = assertThrows(StoreException.class, store::close);
        assertTrue(refused.getMessage().startsWith("WRONGTYPE"), refused.getMessage());
        assertEquals("something else", server.get("opalmind:stats:opalmind:cache:total"));
    }

    @Test
    void fields_of_others_are_passed_over() {
        countOnce(PREFIX);
        server.command("HSET", "opalmind:stats:opalmind:cache:total", "campaigns:hits", "many", "odd", "1", "a:b", "2");
        try (StatsStore store = open(Clock.systemUTC())) {
            assertEquals(
                    new CacheCounters(1, 0, 0, 0), store.counters(Instant.EPOCH).get("popularUrls"));
        }
    }

    @Test
    void several_connections_that_count_at_once_add_up() {
        List<CompletableFuture<Void>> counting = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            counting.add(CompletableFuture.runAsync(() -> count(250)));
        }
        counting.forEach(CompletableFuture::join);
        try (StatsStore store = open(Clock.systemUTC())) {
            assertEquals(1000, store.counters(Instant.EPOCH).get("popularUrls").misses());
        }
    }

    private void count(int times) {
        try (StatsStore store = open(Clock.systemUTC())) {
            for (int i = 0; i < times; i++) {
                store.count("popularUrls", CacheEvent.MISS);
            }
        }
    }
}
