package io.opalmind.store.redis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandType;
import io.opalmind.store.CacheEvent;
import io.opalmind.store.CacheStore;
import io.opalmind.store.StoreException;
import io.opalmind.testing.redis.ClusterRedis;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisRefusal;
import io.opalmind.testing.redis.RedisServer;
import io.opalmind.testing.redis.ScriptedRedis;
import io.opalmind.testing.redis.SocketFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The one connection: what is sent when, and that no call of it outlasts its time. */
@ExtendWith(RedisExtension.class)
class SocketLaneTest {
    private static final String NO_ANSWER = "no answer within 2000 ms";

    @Test
    void answers_of_any_size_come_to_the_commands_they_belong_to(RedisServer redis) {
        try (RedisLink link = RedisLink.open(Links.settings(Links.patient(redis.settings())))) {
            CacheStore cache = new RedisCacheStore(link, "opalmind:cache:");
            RedisStatsStore stats = new RedisStatsStore(link, "opalmind:cache:", Clock.systemUTC());
            for (int size = 1; size < CacheStore.MAX_VALUE_BYTES; size *= 7) {
                byte[] value = new byte[size];
                value[size - 1] = '\n';
                stats.count("popularUrls", CacheEvent.SET);
                cache.put("key", value, Duration.ofMinutes(1));
                stats.count("popularUrls", CacheEvent.HIT);
                assertArrayEquals(value, cache.get("key"));
                assertNull(cache.get("another"));
            }
            stats.close();
        }
    }

    @Test
    void value_of_another_type_is_a_miss_and_stays(RedisServer redis) {
        redis.command("HSET", "opalmind:cache:key", "a", "1");
        try (RedisLink link = RedisLink.open(Links.settings(redis.settings()))) {
            assertNull(new RedisCacheStore(link, "opalmind:cache:").get("key"));
        }
        assertEquals(List.of("opalmind:cache:key"), redis.keys());
    }

    @Test
    void threads_may_share_it(RedisServer redis) {
        try (RedisLink link = RedisLink.open(Links.settings(Links.patient(redis.settings())))) {
            List<CompletableFuture<Void>> threads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String name = "thread " + i;
                threads.add(CompletableFuture.runAsync(() -> countAndRead(link, name)));
            }
            threads.forEach(CompletableFuture::join);
            RedisStatsStore stats = new RedisStatsStore(link, "opalmind:cache:", Clock.systemUTC());
            assertEquals(200, stats.counters(Instant.EPOCH).get("popularUrls").hits());
        }
    }

    private static void countAndRead(RedisLink link, String name) {
        CacheStore cache = new RedisCacheStore(link, "opalmind:cache:");
        RedisStatsStore stats = new RedisStatsStore(link, "opalmind:cache:", Clock.systemUTC());
        for (int i = 0; i < 50; i++) {
            stats.count("popularUrls", CacheEvent.HIT);
            cache.put(name, Text.bytes(name + i), Duration.ofMinutes(1));
            assertEquals(name + i, Text.of(cache.get(name)));
        }
        stats.close();
    }

    @Test
    void counters_leave_at_once_and_before_the_next_command() {
        try (ScriptedRedis redis = ScriptedRedis.answering(":1");
                RedisLink link = RedisLink.open(Links.settings(redis.settings()))) {
            RedisStatsStore stats = new RedisStatsStore(link, "opalmind:cache:", Clock.systemUTC());
            stats.count("popularUrls", CacheEvent.HIT);
            stats.close();
            List<String> names = new ArrayList<>();
            redis.heard().forEach(command -> names.add(command.get(0)));
            assertEquals(List.of("HINCRBY", "HINCRBY", "EXPIRE"), names);
        }
    }

    /** It does not fit into the buffers of the system, and no write has a timeout of its own. */
    @Test
    void long_value_to_a_redis_that_hangs_costs_no_more_than_the_timeout(RedisServer redis) {
        RedisSettings settings = Links.settings(redis.settings());
        try (RedisLink link = RedisLink.open(settings)) {
            Links.ping(link);
            redis.stop();
            CacheStore cache = new RedisCacheStore(link, "opalmind:cache:");
            byte[] value = new byte[CacheStore.MAX_VALUE_BYTES];
            assertEquals(NO_ANSWER, Refusals.of(settings, () -> cache.put("key", value, Duration.ofMinutes(1))));
        }
    }

    @Test
    void counts_without_end_to_a_redis_that_hangs_are_told_in_time(RedisServer redis) {
        RedisSettings settings = Links.settings(redis.settings());
        try (RedisLink link = RedisLink.open(settings)) {
            RedisStatsStore stats = new RedisStatsStore(link, "p".repeat(5000), Clock.systemUTC());
            redis.stop();
            String message = Refusals.of(settings, () -> {
                for (int i = 0; i < 1_000_000; i++) {
                    stats.count("popularUrls", CacheEvent.HIT);
                }
            });
            assertEquals(NO_ANSWER, message);
        }
    }

    @Test
    void redis_that_hangs_behind_a_unix_socket_costs_no_more_than_the_timeout(
            RedisServer redis, @TempDir Path directory) throws Exception {
        Path file = directory.resolve("redis.sock");
        try (SocketFile socket = SocketFile.leadingTo(redis, file)) {
            RedisSettings settings = Links.url("redis-socket://" + file);
            try (RedisLink link = RedisLink.open(settings)) {
                Links.ping(link);
                redis.stop();
                assertEquals(NO_ANSWER, Refusals.of(settings, () -> Links.ping(link)));
            }
            assertEquals(1, socket.connections());
        }
    }

    @Test
    void after_a_fault_each_use_fails_at_once_with_the_same_words() {
        try (ScriptedRedis redis = ScriptedRedis.silent()) {
            RedisSettings settings = Links.settings(redis.settings());
            try (RedisLink link = RedisLink.open(settings)) {
                assertEquals(NO_ANSWER, Refusals.of(settings, () -> Links.ping(link)));
                long start = System.nanoTime();
                for (int i = 0; i < 10; i++) {
                    assertEquals(NO_ANSWER, Refusals.of(settings, () -> Links.ping(link)));
                }
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                assertTrue(took.compareTo(settings.commandTimeout()) < 0, took.toString());
            }
            assertEquals(1, redis.heard().size(), "connected again");
        }
    }

    @Test
    void closing_ends_the_wait_of_another_thread() throws Exception {
        CountDownLatch heard = new CountDownLatch(1);
        ScriptedRedis.Script silent = command -> {
            heard.countDown();
            return "";
        };
        try (ScriptedRedis redis = ScriptedRedis.with(silent)) {
            RedisSettings settings = Links.settings(Links.patient(redis.settings()));
            RedisLink link = RedisLink.open(settings);
            CompletableFuture<String> waiting =
                    CompletableFuture.supplyAsync(() -> Refusals.of(settings, () -> Links.ping(link)));
            heard.await();
            link.close();
            assertEquals("the connection was closed", waiting.get());
        }
    }

    @Test
    void redis_that_turns_clients_away_says_why(RedisServer redis) {
        redis.configSet("maxclients", "2");
        List<RedisLink> links = new ArrayList<>();
        String last = "none was turned away";
        for (int i = 0; i < 5; i++) {
            RedisLink link = RedisLink.open(Links.settings(redis.settings()));
            links.add(link);
            try {
                Links.ping(link);
            } catch (StoreException away) {
                last = away.getMessage();
            }
        }
        links.forEach(RedisLink::close);
        awaitRoom(redis);
        assertEquals("ERR max number of clients reached", last);
    }

    /** The server takes a moment to notice who has gone, and the next test needs it. */
    private static void awaitRoom(RedisServer redis) {
        for (int i = 0; i < 500; i++) {
            try {
                redis.command("PING");
                return;
            } catch (RedisRefusal full) {
                LockSupport.parkNanos(10_000_000);
            }
        }
    }

    @Test
    void node_of_a_cluster_tells_of_the_variable(ClusterRedis redis) {
        Map<String, String> one = Links.without(redis.settings(), "REDIS_CLUSTER");
        RedisSettings settings = Links.settings(one);
        String message = Refusals.of(settings, () -> {
            for (int i = 0; i < 50; i++) {
                Links.keepAndRead(settings, "key " + i, "value");
            }
        });
        assertTrue(message.startsWith("it is part of a cluster; set REDIS_CLUSTER=true (MOVED "), message);
    }

    @Test
    void name_for_the_list_of_clients_is_given(RedisServer redis) {
        try (RedisLink link = RedisLink.open(Links.url(redis.url() + "?clientName=opalmind"))) {
            Links.ping(link);
            assertTrue(redis.command("CLIENT", "LIST").get(0).contains("name=opalmind"));
        }
    }

    /** A server of old that knows no names of clients is none the worse. */
    @Test
    void name_that_is_refused_does_not_matter() {
        ScriptedRedis.Script old = command -> command.get(0).equals("CLIENT") ? "-ERR unknown command" : "+PONG";
        try (ScriptedRedis redis = ScriptedRedis.with(old);
                RedisLink link = RedisLink.open(Links.url(redis.url() + "?clientName=opalmind"))) {
            String pong =
                    link.await(link.send(CommandType.PING, new StatusOutput<>(RedisLink.CODEC), RedisLink.args()));
            assertEquals("PONG", pong);
        }
    }
}
