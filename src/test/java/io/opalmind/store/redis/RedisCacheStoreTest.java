package io.opalmind.store.redis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.store.CacheStore;
import io.opalmind.store.LastingCacheStoreContract;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import io.opalmind.testing.redis.ScriptedRedis;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class RedisCacheStoreTest extends LastingCacheStoreContract {
    private static final String KEY =
            "{\"feature\":\"popularUrls\",\"input\":{\"siteId\":1,\"segment\":\"pageUrl=@/ä b\\\"\"}}";

    private final RedisServer server;

    RedisCacheStoreTest(RedisServer server) {
        this.server = server;
    }

    @Override
    protected CacheStore open(Clock clock) {
        return open(Links.settings(server.settings()));
    }

    private static CacheStore open(RedisSettings settings) {
        RedisLink link = RedisLink.open(settings);
        return new Linked(link, new RedisCacheStore(link, "opalmind:cache:"));
    }

    /** Closes what it stands on. */
    private record Linked(RedisLink link, CacheStore cache) implements CacheStore {
        @Override
        public byte @Nullable [] get(String key) {
            return cache.get(key);
        }

        @Override
        public void put(String key, byte[] value, Duration timeToLive) {
            cache.put(key, value, timeToLive);
        }

        @Override
        public void close() {
            cache.close();
            link.close();
        }
    }

    @Test
    void entry_stands_under_prefix_and_key_byte_for_byte() {
        try (CacheStore store = open(Clock.systemUTC())) {
            store.put(KEY, Text.bytes("{\"value\":\"ä\"}"), Duration.ofMinutes(1));
        }
        assertEquals(List.of("opalmind:cache:" + KEY), server.keys());
        assertEquals("{\"value\":\"ä\"}", server.get("opalmind:cache:" + KEY));
    }

    @Test
    void entry_of_another_client_is_read() {
        server.set("opalmind:cache:" + KEY, "from elsewhere");
        try (CacheStore store = open(Clock.systemUTC())) {
            assertArrayEquals(Text.bytes("from elsewhere"), store.get(KEY));
        }
    }

    @Test
    void time_to_live_is_rounded_up_to_seconds() {
        assertEquals("1", secondsOf(Duration.ofNanos(1)));
        assertEquals("1", secondsOf(Duration.ofSeconds(1)));
        assertEquals("2", secondsOf(Duration.ofSeconds(1, 1)));
        assertEquals("60", secondsOf(Duration.ofMillis(59_001)));
        assertEquals("60", secondsOf(Duration.ofMillis(60_000)));
        assertEquals("61", secondsOf(Duration.ofMillis(60_001)));
    }

    private static String secondsOf(Duration timeToLive) {
        try (ScriptedRedis redis = ScriptedRedis.greetingThen("+OK")) {
            try (CacheStore store = open(Links.settings(redis.settings()))) {
                store.put("key", Text.bytes("value"), timeToLive);
            }
            List<List<String>> heard = redis.heard();
            List<String> last = heard.get(heard.size() - 1);
            assertEquals(List.of("SETEX", "opalmind:cache:key", last.get(2), "value"), last);
            return last.get(2);
        }
    }

    @Test
    void entry_whose_time_is_over_is_a_miss() {
        try (CacheStore store = open(Clock.systemUTC())) {
            store.put("key", Text.bytes("value"), Duration.ofHours(1));
            server.command("PEXPIRE", "opalmind:cache:key", "0");
            assertNull(store.get("key"));
        }
    }

    @Test
    void entry_is_gone_from_redis_after_its_time() {
        try (CacheStore store = open(Clock.systemUTC())) {
            store.put("key", Text.bytes("value"), Duration.ofMinutes(10));
        }
        long left = server.ttl("opalmind:cache:key");
        assertTrue(left > 500 && left <= 600, left + " s");
    }
}
