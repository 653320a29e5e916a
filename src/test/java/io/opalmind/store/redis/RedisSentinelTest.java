package io.opalmind.store.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.testing.redis.Ports;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.ReplicatedRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A primary that a sentinel knows. */
@ExtendWith(RedisExtension.class)
class RedisSentinelTest {
    @Test
    void primary_is_found(ReplicatedRedis redis) {
        assertEquals("value", Links.keepAndRead(Links.settings(redis.settings()), "key", "value"));
        assertEquals("value", redis.primary().get("opalmind:cache:key"));
    }

    @Test
    void new_primary_is_found_after_a_failover(ReplicatedRedis redis) {
        redis.failOver();
        assertEquals("value", Links.keepAndRead(Links.settings(redis.settings()), "key", "value"));
        assertEquals("value", redis.replica().get("opalmind:cache:key"));
    }

    @Test
    void one_sentinel_of_several_that_is_up_is_enough(ReplicatedRedis redis) {
        String up = "127.0.0.1:" + redis.sentinel().port();
        String url = "redis-sentinel://127.0.0.1:" + Ports.refusing() + "," + up + "#" + ReplicatedRedis.NAME;
        assertEquals("value", Links.keepAndRead(Links.url(url), "key", "value"));
    }

    @Test
    void name_that_the_sentinel_does_not_know_is_told(ReplicatedRedis redis) {
        String url = redis.url().replace("#" + ReplicatedRedis.NAME, "#nobody");
        String message = Refusals.of(Links.url(url));
        assertTrue(message.contains("nobody"), message);
    }

    @Test
    void sentinel_that_is_down_is_told(ReplicatedRedis redis) {
        redis.sentinel().kill();
        assertEquals("Connection refused", Refusals.of(Links.settings(redis.settings())));
    }

    @Test
    void sentinel_that_hangs_is_told(ReplicatedRedis redis) {
        redis.sentinel().stop();
        assertEquals("no answer within 2000 ms", Refusals.of(Links.settings(redis.settings())));
    }

    @Test
    void primary_that_hangs_is_told(ReplicatedRedis redis) {
        redis.primary().stop();
        RedisSettings settings = Links.settings(redis.settings());
        assertEquals(
                "no answer within 2000 ms", Refusals.of(settings, () -> Links.keepAndRead(settings, "key", "value")));
    }
}
