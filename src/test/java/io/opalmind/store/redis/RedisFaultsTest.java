package io.opalmind.store.redis;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.store.CacheEvent;
import io.opalmind.testing.redis.AclRedis;
import io.opalmind.testing.redis.Ports;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import io.opalmind.testing.redis.ReplicatedRedis;
import io.opalmind.testing.redis.ScriptedRedis;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Redis that is down, refuses, hangs or talks nonsense: one exception each, soon, that names the cause. */
@ExtendWith(RedisExtension.class)
class RedisFaultsTest {
    private static final String SECRET = "a-Secret-Of-Its-Own";

    @Test
    void refusing_port() {
        assertEquals("Connection refused", Refusals.of(at("127.0.0.1", Ports.refusing())));
    }

    /** No part of a name may be that long, so no network is asked. */
    @Test
    void host_that_does_not_exist() {
        assertEquals("no such host", Refusals.of(at("a".repeat(64) + ".invalid", 6379)));
    }

    @Test
    void wrong_password(AclRedis redis) {
        Map<String, String> settings = Links.with(redis.settings(AclRedis.WRITER), "REDIS_PASSWORD", SECRET);
        String message = Refusals.of(Links.settings(settings));
        assertTrue(message.startsWith("wrong user or password (WRONGPASS "), message);
    }

    @Test
    void wrong_password_in_the_url(AclRedis redis) {
        String url = redis.url(AclRedis.WRITER).replace("opalmind:", "opalmind:" + SECRET);
        String message = Refusals.of(Links.url(url));
        assertTrue(message.startsWith("wrong user or password (WRONGPASS "), message);
        assertFalse(message.contains(SECRET), message);
    }

    @Test
    void no_password(AclRedis redis) {
        String message = refusal(Links.settings(redis.server().settings()));
        assertTrue(message.startsWith("it asks for a password; set REDIS_PASSWORD (NOAUTH "), message);
    }

    @Test
    void hanging_from_the_start() {
        try (ScriptedRedis redis = ScriptedRedis.silent()) {
            assertEquals("no answer within 2000 ms", Refusals.of(signedIn(redis)));
            assertEquals("no answer within 2000 ms", refusal(Links.settings(redis.settings())));
        }
    }

    @Test
    void timeout_in_the_message_is_the_one_that_was_set() {
        try (ScriptedRedis redis = ScriptedRedis.silent()) {
            RedisSettings settings = Links.settings(redis.settings(), Duration.ofMillis(700));
            assertEquals("no answer within 700 ms", refusal(settings));
        }
    }

    @Test
    void hanging_later(RedisServer redis) {
        RedisSettings settings = Links.settings(redis.settings());
        RedisLink link = RedisLink.open(settings);
        RedisCacheStore cache = new RedisCacheStore(link, "opalmind:cache:");
        cache.put("key", Text.bytes("value"), Duration.ofMinutes(1));
        redis.stop();
        assertEquals("no answer within 2000 ms", Refusals.of(settings, () -> cache.get("key")));
        closesAtOnce(link);
    }

    @Test
    void hundred_counts_of_a_redis_that_hangs_cost_one_timeout(RedisServer redis) {
        RedisSettings settings = Links.settings(redis.settings());
        RedisLink link = RedisLink.open(settings);
        RedisStatsStore stats = new RedisStatsStore(link, "opalmind:cache:", Clock.systemUTC());
        redis.stop();
        for (int i = 0; i < 100; i++) {
            stats.count("popularUrls", CacheEvent.HIT);
        }
        assertEquals("no answer within 2000 ms", Refusals.of(settings, stats::close));
        stats.close();
        closesAtOnce(link);
    }

    @Test
    void loading_its_data() {
        try (ScriptedRedis redis = ScriptedRedis.loading()) {
            String message = refusal(Links.settings(redis.settings()));
            assertTrue(message.startsWith("it is still loading its data (LOADING "), message);
        }
    }

    @Test
    void loading_its_data_and_not_letting_in() {
        try (ScriptedRedis redis = ScriptedRedis.answering("-LOADING Redis is loading the dataset in memory")) {
            String message = Refusals.of(signedIn(redis));
            assertTrue(message.startsWith("it is still loading its data (LOADING "), message);
        }
    }

    @Test
    void read_only_replica(ReplicatedRedis redis) {
        String message = refusal(Links.settings(redis.replica().settings()));
        assertTrue(message.startsWith("it is a read-only replica (READONLY "), message);
    }

    @Test
    void out_of_memory(RedisServer redis) {
        redis.configSet("maxmemory", "1");
        String message = refusal(Links.settings(redis.settings()));
        assertTrue(message.startsWith("it is out of memory (OOM "), message);
    }

    @Test
    void killed_between_two_commands(RedisServer redis) {
        RedisSettings settings = Links.settings(redis.settings());
        RedisLink link = RedisLink.open(settings);
        Links.ping(link);
        redis.kill();
        assertEquals("the connection was closed", Refusals.of(settings, () -> Links.ping(link)));
        closesAtOnce(link);
    }

    @Test
    void killed_while_it_is_waited_for(RedisServer redis) {
        RedisSettings settings = Links.settings(redis.settings());
        RedisLink link = RedisLink.open(settings);
        RedisStatsStore stats = new RedisStatsStore(link, "opalmind:cache:", Clock.systemUTC());
        // Not by SIGSTOP: a container has to go on before it can be killed, and would answer.
        redis.command("CLIENT", "PAUSE", "60000");
        stats.count("popularUrls", CacheEvent.HIT);
        redis.kill();
        assertEquals("the connection was closed", Refusals.of(settings, stats::close));
        closesAtOnce(link);
    }

    @Test
    void hanging_up_at_the_first_word() {
        try (ScriptedRedis redis = ScriptedRedis.hangingUp()) {
            assertEquals("the connection was closed", Refusals.of(signedIn(redis)));
            assertEquals("the connection was closed", refusal(Links.settings(redis.settings())));
        }
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {"HTTP/1.1 400 Bad Request", "220 mail.example.com ESMTP", "\u0000\u0001\u0002", "{\"a\":1}"})
    void garbage(String line) {
        try (ScriptedRedis redis = ScriptedRedis.answering(line)) {
            String message = refusal(Links.settings(redis.settings()));
            assertTrue(message.startsWith("what answers is no Redis ("), message);
            message = Refusals.of(signedIn(redis));
            assertTrue(message.startsWith("what answers is no Redis ("), message);
        }
    }

    /** lettuce has an exception of its own for it, which must not come out. */
    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {":12", "#t", ",1.5"})
    void answer_of_another_kind(String line) {
        try (ScriptedRedis redis = ScriptedRedis.greetingThen(line)) {
            RedisSettings settings = Links.settings(redis.settings());
            try (RedisLink link = RedisLink.open(settings)) {
                RedisStatsStore stats = new RedisStatsStore(link, "opalmind:cache:", Clock.systemUTC());
                String message = Refusals.of(settings, () -> stats.counters(Instant.EPOCH));
                assertTrue(message.startsWith("what answers is no Redis ("), message);
            }
        }
    }

    @Test
    void server_that_quotes_the_password_is_not_quoted() {
        try (ScriptedRedis redis = ScriptedRedis.with(
                said -> "-ERR unknown command `AUTH`, with args beginning with: `" + said.get(1) + "`, ")) {
            String message = Refusals.of(signedIn(redis));
            assertEquals("ERR unknown command `AUTH`, with args beginning with: `***`, ", message);
            String url = "redis://:" + SECRET + "%2F@127.0.0.1:" + redis.port();
            assertEquals(message, Refusals.of(Links.url(url)));
        }
    }

    @Test
    void server_that_talks_long_and_wild_is_cut_short() {
        try (ScriptedRedis redis = ScriptedRedis.answering("-ERR \u001b[31m" + "wild".repeat(1000))) {
            String message = Refusals.of(signedIn(redis));
            assertTrue(message.startsWith("ERR  [31mwild"), message);
        }
    }

    private static RedisSettings at(String host, int port) {
        return Links.settings(Map.of("REDIS_HOST", host, "REDIS_PORT", Integer.toString(port)));
    }

    private static RedisSettings signedIn(ScriptedRedis redis) {
        return Links.settings(Links.with(redis.settings(), "REDIS_PASSWORD", SECRET));
    }

    /** Of opening, or of the first entry that is put. */
    private static String refusal(RedisSettings settings) {
        return Refusals.of(settings, () -> Links.keepAndRead(settings, "key", "value"));
    }

    private static void closesAtOnce(RedisLink link) {
        long start = System.nanoTime();
        link.close();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(took.compareTo(Links.LIMIT.dividedBy(2)) < 0, "closing took " + took.toMillis() + " ms");
        assertDoesNotThrow(link::close);
    }
}
