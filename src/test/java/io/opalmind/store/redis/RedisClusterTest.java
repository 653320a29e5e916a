package io.opalmind.store.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.store.CacheEvent;
import io.opalmind.testing.redis.ClusterRedis;
import io.opalmind.testing.redis.Ports;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Three masters that share the keys. */
@ExtendWith(RedisExtension.class)
class RedisClusterTest {
    @Test
    void keys_go_to_the_masters_that_own_them(ClusterRedis redis) {
        try (RedisLink link = RedisLink.open(Links.settings(redis.settings()))) {
            RedisCacheStore cache = new RedisCacheStore(link, "opalmind:cache:");
            for (int i = 0; i < 30; i++) {
                cache.put("key " + i, Text.bytes("value " + i), Duration.ofMinutes(1));
            }
            for (int i = 0; i < 30; i++) {
                assertEquals("value " + i, Text.of(cache.get("key " + i)));
                String key = "opalmind:cache:key " + i;
                assertEquals("value " + i, redis.ownerOf(key).get(key));
            }
        }
        for (RedisServer master : redis.masters()) {
            assertFalse(master.keys().isEmpty());
        }
    }

    @Test
    void counters_add_up_over_the_masters(ClusterRedis redis) {
        try (RedisLink link = RedisLink.open(Links.settings(redis.settings()))) {
            RedisStatsStore stats = new RedisStatsStore(link, "opalmind:cache:", Clock.systemUTC());
            for (int i = 0; i < 30; i++) {
                stats.count("popularUrls", CacheEvent.HIT);
            }
            stats.close();
            assertEquals(30, stats.counters(Instant.EPOCH).get("popularUrls").hits());
            Instant today = Instant.now().minus(Duration.ofHours(24));
            assertEquals(30, stats.counters(today).get("popularUrls").hits());
        }
    }

    @Test
    void one_seed_of_several_that_is_up_is_enough(ClusterRedis redis) {
        String down = "127.0.0.1:" + Ports.refusing();
        String up = "127.0.0.1:" + redis.masters().get(2).port();
        assertEquals("1", Links.keepAndRead(seeds("redis://" + down + "," + up), "key", "1"));
        assertEquals("2", Links.keepAndRead(seeds("redis://" + up + "," + down), "key", "2"));
        assertEquals("3", Links.keepAndRead(seeds("redis://" + up), "key", "3"));
    }

    @Test
    void no_seed_that_is_up_is_told(ClusterRedis redis) {
        String url = "redis://127.0.0.1:" + Ports.refusing() + ",127.0.0.1:" + Ports.refusing();
        assertEquals("Connection refused", Refusals.of(seeds(url)));
    }

    @Test
    void cluster_that_hangs_is_told(ClusterRedis redis) {
        for (RedisServer master : redis.masters()) {
            master.stop();
        }
        assertEquals("no answer within 2000 ms", Refusals.of(Links.settings(redis.settings())));
    }

    @Test
    void server_that_is_no_cluster_is_told(RedisServer redis) {
        String message = Refusals.of(seeds(redis.url()));
        assertTrue(message.contains("cluster support disabled"), message);
    }

    @Test
    void master_that_died_is_told(ClusterRedis redis) {
        String key = "opalmind:cache:key";
        RedisSettings settings = Links.settings(redis.settings());
        try (RedisLink link = RedisLink.open(settings)) {
            redis.ownerOf(key).kill();
            RedisCacheStore cache = new RedisCacheStore(link, "opalmind:cache:");
            assertEquals("Connection refused", Refusals.of(settings, () -> cache.get("key")));
        }
    }

    private static RedisSettings seeds(String url) {
        return Links.settings(Map.of("REDIS_URL", url, "REDIS_CLUSTER", "true"));
    }
}
