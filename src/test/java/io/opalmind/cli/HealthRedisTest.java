package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoExtension;
import io.opalmind.testing.redis.AclRedis;
import io.opalmind.testing.redis.ClusterRedis;
import io.opalmind.testing.redis.Ports;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import io.opalmind.testing.redis.ReplicatedRedis;
import io.opalmind.testing.redis.ScriptedRedis;
import io.opalmind.testing.redis.TlsRedis;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A Redis that does not serve makes it degraded, and the check names the cause. */
@ExtendWith({MatomoExtension.class, RedisExtension.class})
class HealthRedisTest {
    @TempDir
    Path home;

    private RunCli shell;
    private RunCli impatient;

    @BeforeEach
    void open(FakeMatomo matomo) {
        shell = RunCli.with(matomo, home)
                .env("REDIS_CONNECT_TIMEOUT_MS", "40000")
                .env("REDIS_COMMAND_TIMEOUT_MS", "40000");
        impatient = shell.env("REDIS_CONNECT_TIMEOUT_MS", "400").env("REDIS_COMMAND_TIMEOUT_MS", "400");
    }

    private static JsonNode check(Outcome outcome, String name) {
        for (JsonNode check : outcome.json().get("checks")) {
            if (check.get("name").asText().equals(name)) {
                return check;
            }
        }
        throw new AssertionError(name + " is missing in " + outcome.stdout());
    }

    private static void degraded(RunCli configured, String cause) {
        Outcome outcome = configured.run("health").exits(1).saysNothing();
        assertEquals("degraded", outcome.json().get("status").asText());
        JsonNode redis = check(outcome, "redis-connection");
        assertEquals("fail", redis.get("status").asText(), redis::toString);
        assertTrue(redis.get("output").asText().contains(cause), () -> cause + " is missing in " + redis);
        assertEquals("pass", check(outcome, "token-auth").get("status").asText());
    }

    @Test
    void healthy_redis_passes_with_its_round_trip(RedisServer redis) {
        Outcome outcome = shell.env(redis.settings()).run("health").exits(0).saysNothing();
        JsonNode check = check(outcome, "redis-connection");
        assertEquals("pass", check.get("status").asText());
        assertEquals("ms", check.get("observedUnit").asText());
        assertTrue(check.get("observedValue").asDouble() > 0, check::toString);
    }

    @Test
    void cluster_passes(ClusterRedis redis) {
        shell.env(redis.settings()).run("health").exits(0);
    }

    @Test
    void hit_rate_is_that_of_redis(RedisServer redis) {
        RunCli shared = shell.env(redis.settings()).env("MATOMO_CACHE_SAMPLE_SIZE", "2");
        shared.run("query", "popular-urls", "--date", "yesterday").exits(0);
        shared.run("query", "popular-urls", "--date", "yesterday").exits(0);
        assertEquals(
                50,
                check(shared.run("health"), "reports-cache")
                        .get("observedValue")
                        .asInt());
    }

    @Test
    void nothing_listens() {
        degraded(
                shell.env(Map.of("REDIS_HOST", "127.0.0.1", "REDIS_PORT", "" + Ports.refusing())),
                "Connection refused");
    }

    @Test
    void what_redis_alone_knows_is_not_known_without_it() {
        Outcome outcome = shell.env(Map.of("REDIS_HOST", "127.0.0.1", "REDIS_PORT", "" + Ports.refusing()))
                .run("health")
                .exits(1);
        JsonNode cache = check(outcome, "reports-cache");
        assertEquals("warn", cache.get("status").asText());
        assertTrue(cache.get("output").asText().contains("Hit rate not known"), cache::toString);
        JsonNode queue = check(outcome, "tracking-queue");
        assertEquals("warn", queue.get("status").asText());
        assertTrue(queue.get("output").asText().contains("Queue not known"), queue::toString);
    }

    @Test
    void hanging_server(RedisServer redis) {
        redis.stop();
        degraded(impatient.env(redis.settings()), "no answer within 400 ms");
    }

    @Test
    void password_missing_and_wrong(AclRedis redis) {
        degraded(shell.env(redis.server().settings()), "set REDIS_PASSWORD");
        degraded(
                shell.env(redis.server().settings()).env("REDIS_PASSWORD", "not-the-password"),
                "wrong user or password");
    }

    @Test
    void user_without_the_right_to_write(AclRedis redis) {
        degraded(shell.env(redis.settings(AclRedis.READER)), "its user lacks rights");
    }

    @Test
    void read_only_replica(ReplicatedRedis redis) {
        degraded(shell.env(redis.replica().settings()), "it is a read-only replica");
    }

    @Test
    void out_of_memory(RedisServer redis) {
        redis.configSet("maxmemory", "1");
        degraded(shell.env(redis.settings()), "it is out of memory");
    }

    @Test
    void loading() {
        try (ScriptedRedis redis = ScriptedRedis.loading()) {
            degraded(shell.env(redis.settings()), "it is still loading its data");
        }
    }

    @Test
    void authority_unknown(TlsRedis redis) {
        degraded(
                shell.env(redis.settings())
                        .env("REDIS_CA_FILE", redis.otherAuthority().toString()),
                "TLS: ");
    }

    @Test
    void hits_in_redis_are_counted(FakeMatomo matomo, RedisServer redis) {
        RunCli shared = shell.env(redis.settings());
        matomo.refuseConnections();
        shared.run("track", "event", "--category", "a", "--action", "b").exits(0);
        matomo.listenAgain();
        JsonNode queue = check(shared.run("health"), "tracking-queue");
        assertEquals(1, queue.get("observedValue").asInt(), queue::toString);
    }

    @Test
    void redis_and_matomo_away_is_unhealthy(FakeMatomo matomo) {
        matomo.refuseConnections();
        shell.env(Map.of("REDIS_HOST", "127.0.0.1", "REDIS_PORT", "" + Ports.refusing()))
                .run("health")
                .exits(2);
    }
}
