package io.opalmind.store.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.store.CacheEvent;
import io.opalmind.store.StoreException;
import io.opalmind.testing.redis.AclRedis;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import io.opalmind.testing.redis.ScriptedRedis;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One server: by its parts and by its url, with and without users. */
@ExtendWith(RedisExtension.class)
class RedisLinkTest {
    @Test
    void opens_by_host_and_port(RedisServer redis) {
        assertEquals("value", Links.keepAndRead(Links.settings(redis.settings()), "key", "value"));
        assertEquals("value", redis.get("opalmind:cache:key"));
    }

    @Test
    void opens_by_name_of_the_host(RedisServer redis) {
        RedisSettings byName = Links.settings(Links.with(redis.settings(), "REDIS_HOST", "localhost"));
        assertEquals("value", Links.keepAndRead(byName, "key", "value"));
    }

    @Test
    void databases_are_told_apart(RedisServer redis) {
        RedisSettings five = Links.settings(Links.with(redis.settings(), "REDIS_DB", "5"));
        assertEquals("in 5", Links.keepAndRead(five, "key", "in 5"));
        assertEquals("in 7", Links.keepAndRead(Links.url(redis.url() + "/7"), "key", "in 7"));
        assertNull(redis.get("opalmind:cache:key"));
        assertTrue(redis.info("db5").startsWith("keys=1,"));
        assertTrue(redis.info("db7").startsWith("keys=1,"));
    }

    @Test
    void database_that_is_not_there_is_told(RedisServer redis) {
        RedisSettings settings = Links.settings(Links.with(redis.settings(), "REDIS_DB", "4000"));
        assertEquals("ERR DB index is out of range", Refusals.of(settings));
    }

    @Test
    void url_decides_about_tls_by_its_scheme(RedisServer redis) {
        Map<String, String> settings = Map.of("REDIS_URL", redis.url(), "REDIS_TLS", "true");
        assertEquals("value", Links.keepAndRead(Links.settings(settings), "key", "value"));
    }

    @Test
    void opening_says_no_more_than_auth_and_select() {
        try (ScriptedRedis redis = ScriptedRedis.greetingThen("+PONG")) {
            Map<String, String> settings = Map.of("REDIS_URL", "redis://user:secret@127.0.0.1:" + redis.port() + "/3");
            try (RedisLink link = RedisLink.open(Links.settings(settings))) {
                Links.ping(link);
            }
            assertEquals(
                    List.of(List.of("AUTH", "user", "secret"), List.of("SELECT", "3"), List.of("PING")), redis.heard());
        }
    }

    @Test
    void password_alone_signs_in_the_default_user(AclRedis redis) {
        Map<String, String> settings = Links.without(redis.settings(AclRedis.DEFAULT), "REDIS_USERNAME");
        assertEquals("value", Links.keepAndRead(Links.settings(settings), "key", "value"));
    }

    @Test
    void user_and_password_sign_in(AclRedis redis) {
        RedisSettings settings = Links.settings(redis.settings(AclRedis.WRITER));
        assertEquals("value", Links.keepAndRead(settings, "key", "value"));
    }

    @Test
    void credentials_in_the_url_are_unescaped(AclRedis redis) {
        assertEquals("1", Links.keepAndRead(Links.url(redis.url(AclRedis.WRITER)), "key", "1"));
        assertEquals("2", Links.keepAndRead(Links.url(redis.url(AclRedis.DEFAULT)), "key", "2"));
    }

    @Test
    void password_beside_a_url_without_one_signs_in(AclRedis redis) {
        Map<String, String> settings = Links.with(
                redis.settings(AclRedis.WRITER), "REDIS_URL", redis.server().url());
        assertEquals("value", Links.keepAndRead(Links.settings(settings), "key", "value"));
    }

    @Test
    void user_who_may_only_read_reads_and_is_refused_to_write(AclRedis redis) {
        redis.server().set("opalmind:cache:key", "value");
        try (RedisLink link = RedisLink.open(Links.settings(redis.settings(AclRedis.READER)))) {
            assertEquals("value", Text.of(new RedisCacheStore(link, "opalmind:cache:").get("key")));
            RedisStatsStore stats = new RedisStatsStore(link, "opalmind:cache:", Clock.systemUTC());
            stats.count("popularUrls", CacheEvent.HIT);
            StoreException refused = assertThrows(StoreException.class, stats::close);
            assertTrue(refused.getMessage().contains("NOPERM"), refused.getMessage());
            stats.close();
        }
    }

    @Test
    void settings_do_not_show_their_secrets(AclRedis redis) {
        String shown = Links.settings(redis.settings(AclRedis.WRITER)).toString();
        assertFalse(shown.contains(AclRedis.WRITER.password()), shown);
    }
}
