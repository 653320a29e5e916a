package io.opalmind.store.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisURI;
import io.opalmind.store.StoreException;
import io.opalmind.store.redis.RedisAddress.Security;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Urls are read as lettuce reads them: RedisURI is asked, too. */
class RedisUrlReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://localhost",
                "redis://localhost:6380",
                "redis://localhost:6380/",
                "redis://localhost:6380/3",
                "redis://localhost?database=4",
                "redis://localhost/3?database=4",
                "redis://localhost?db=4",
                "redis://localhost?timeout=3s&database=2",
                "redis://localhost?timeout=3s;database=2",
                "redis://localhost?clientName=cli",
                "redis://:secret@localhost",
                "redis://secret@localhost",
                "redis://user:secret@localhost",
                "redis://user:@localhost",
                "redis://user:p%40ss%3Aw%2Frd%231%252B@localhost:1",
                "redis://user:a+b@localhost",
                "redis://user:a:b@localhost",
                "redis://us%20er:s%C3%A4cret@localhost",
                "rediss://localhost",
                "rediss://localhost?verifyPeer=NONE",
                "rediss://localhost?verifyPeer=ca",
                "redis+ssl://localhost:1",
                "redis+tls://localhost:1",
                "redis://127.0.0.1",
                "redis-socket:///tmp/redis.sock",
                "redis+socket:///tmp/redis.sock",
                "redis-socket:///tmp/redis.sock?database=5",
                "redis-socket://secret@/tmp/redis.sock",
                "redis-sentinel://localhost#main",
                "redis-sentinel://localhost:1,other,third:3/2#main",
                "redis-sentinel://secret@localhost:1#main",
                "redis-sentinel://user:secret@localhost:1,other:2#main",
                "redis-sentinel://localhost?sentinelMasterId=main",
                "rediss-sentinel://localhost:1#main",
            })
    void url_is_read_as_lettuce_reads_it(String url) {
        RedisURI lettuce = RedisURI.create(url);
        RedisAddress ours = RedisUrlReader.read(url);
        assertEquals(lettuce.getSocket(), ours.socket());
        assertEquals(lettuce.getSentinelMasterId(), ours.master());
        assertEquals(lettuce.getDatabase(), ours.database());
        assertEquals(lettuce.isSsl(), ours.security() != Security.NONE);
        assertEquals(lettuce.getClientName(), ours.clientName());
        assertEquals(nodes(lettuce), ours.nodes());
        if (lettuce.isSsl()) {
            assertEquals(
                    lettuce.getVerifyMode().name(),
                    switch (ours.security()) {
                        case TRUSTED -> "CA";
                        case UNVERIFIED -> "NONE";
                        case NONE, FULL -> "FULL";
                    });
        }
        RedisCredentials credentials =
                lettuce.getCredentialsProvider().resolveCredentials().block();
        assertEquals(credentials.getUsername(), ours.username());
        assertEquals(credentials.getPassword() == null ? null : new String(credentials.getPassword()), ours.password());
    }

    private static List<Node> nodes(RedisURI uri) {
        if (uri.getSocket() != null) {
            return List.of();
        }
        return uri.getSentinels().isEmpty()
                ? List.of(new Node(uri.getHost(), uri.getPort()))
                : uri.getSentinels().stream()
                        .map(sentinel -> new Node(sentinel.getHost(), sentinel.getPort()))
                        .toList();
    }

    /** lettuce takes the list for one name here, and leaves it to its cluster client. */
    @Test
    void seeds_of_a_cluster_come_apart() {
        assertEquals(
                List.of(new Node("a", 1), new Node("b", 6379), new Node("c-d", 3)),
                RedisUrlReader.read("redis://:secret@a:1,b,c-d:3").nodes());
    }

    @Test
    void address_in_brackets_and_name_with_an_underscore_are_hosts() {
        assertEquals(
                List.of(new Node("::1", 7)),
                RedisUrlReader.read("redis://[::1]:7").nodes());
        assertEquals(
                List.of(new Node("my_redis", 7)),
                RedisUrlReader.read("redis://my_redis:7").nodes());
    }

    /** lettuce decodes first and then looks for the colon. */
    @Test
    void colon_in_a_user_name_is_part_of_it() {
        assertEquals("a:b", RedisUrlReader.read("redis://a%3Ab:c@localhost").username());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://:hunter2@localhost",
                "redis://:hunter2@",
                "redis://:hunter2@localhost:port",
                "redis://:hunter2@localhost:70000",
                "redis://:hunter2@localhost/three",
                "redis://:hunter2@localhost/-1",
                "redis://:hunter2@local host",
                "rediss://:hunter2@localhost?verifyPeer=maybe",
                "redis-sentinel://:hunter2@localhost",
                ":hunter2",
                "",
            })
    void what_is_no_url_of_redis_is_refused_without_a_quote(String url) {
        StoreException fault = assertThrows(StoreException.class, () -> RedisUrlReader.read(url));
        assertEquals("REDIS_URL cannot be read", fault.getMessage());
        assertNull(fault.getCause());
    }

    @Test
    void password_of_the_settings_is_for_a_url_without_one() {
        RedisSettings both = Links.settings(Map.of("REDIS_URL", "redis://:inurl@localhost", "REDIS_PASSWORD", "apart"));
        assertEquals("inurl", RedisAddress.of(both).password());
        RedisSettings apart = Links.settings(
                Map.of("REDIS_URL", "redis://localhost", "REDIS_PASSWORD", "apart", "REDIS_USERNAME", "u"));
        assertEquals("apart", RedisAddress.of(apart).password());
        assertEquals("u", RedisAddress.of(apart).username());
        assertFalse(RedisAddress.of(both).toString().contains("inurl"));
    }

    @Test
    void scheme_of_the_url_decides_about_tls() {
        RedisSettings settings = Links.settings(Map.of("REDIS_URL", "redis://localhost", "REDIS_TLS", "true"));
        assertEquals(Security.NONE, RedisAddress.of(settings).security());
    }
}
