package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoExtension;
import io.opalmind.testing.redis.DeployedRedis;
import io.opalmind.testing.redis.RedisExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The user whom docs/deploy gives to the tool has the rights that hits need, with Matomo there and away. */
@ExtendWith({MatomoExtension.class, RedisExtension.class})
class DeployedRedisTrackTest {
    @TempDir
    Path home;

    private static String[] event(String key) {
        return new String[] {
            "track",
            "event",
            "--category",
            "shop",
            "--action",
            "checkout",
            "--visitor-id",
            "0123456789abcdef",
            "--idempotency-key",
            key
        };
    }

    private static String outcome(Outcome outcome) {
        return outcome.exits(0).json().get("outcome").asText();
    }

    @Test
    void hit_is_delivered_once_and_recorded(FakeMatomo matomo, DeployedRedis redis) {
        RunCli shell = RunCli.with(matomo, home).env(redis.settings("opalmind"));
        assertEquals("delivered", outcome(shell.run(event("k1")).saysNothing()));
        assertEquals("duplicate", outcome(shell.run(event("k1")).saysNothing()));
        assertEquals(
                1, redis.server().command("EXISTS", "opalmind:idempotency:k1").size());
        shell.run("track", "status", "k1").exits(0).saysNothing();
        assertEquals(1, matomo.hits().size());
    }

    @Test
    void hit_waits_in_redis_while_matomo_is_away_and_is_flushed(FakeMatomo matomo, DeployedRedis redis) {
        matomo.visitsFromHits();
        RunCli shell = RunCli.with(matomo, home).env(redis.settings("opalmind"));
        matomo.refuseConnections();
        assertEquals("queued", outcome(shell.run(event("k2")).saysOneLineWith("Queued, to be delivered later")));
        assertEquals("queued", outcome(shell.run(event("k3")).saysOneLineWith("Queued, to be delivered later")));
        assertEquals(
                2,
                shell.run("track", "queue")
                        .exits(0)
                        .saysNothing()
                        .json()
                        .get("pending")
                        .asInt());
        shell.run("track", "queue", "--list").exits(0).saysNothing();
        assertFalse(Files.exists(shell.state().resolve("hits")), "they are kept in files and not in Redis");
        matomo.listenAgain();
        assertEquals(
                2,
                shell.run("track", "flush")
                        .exits(0)
                        .saysNothing()
                        .json()
                        .get("delivered")
                        .asInt());
        assertEquals(
                0,
                shell.run("track", "queue")
                        .exits(0)
                        .saysNothing()
                        .json()
                        .get("pending")
                        .asInt());
        assertEquals(2, matomo.hits().size());
    }

    @Test
    void hit_that_is_refused_for_good_is_kept_and_queued_again(FakeMatomo matomo, DeployedRedis redis) {
        RunCli shell = RunCli.with(matomo, home).env(redis.settings("opalmind"));
        matomo.refuseConnections();
        shell.run(event("k5")).exits(0);
        matomo.listenAgain();
        matomo.refuseHits(hit -> true);
        shell.run("track", "flush").exits(9);
        assertEquals(
                1,
                shell.run("track", "queue", "--dead")
                        .exits(0)
                        .saysNothing()
                        .json()
                        .size());
        matomo.refuseHits(hit -> false);
        shell.run("track", "queue", "--retry-dead").exits(0);
        shell.run("track", "flush").exits(0);
        assertEquals(1, matomo.hits().size());
    }

    @Test
    void inspector_sees_the_queue(FakeMatomo matomo, DeployedRedis redis) {
        RunCli shell = RunCli.with(matomo, home);
        matomo.refuseConnections();
        shell.env(redis.settings("opalmind")).run(event("k4")).exits(0);
        JsonNode queue = shell.env(redis.settings("inspector"))
                .run("inspect-redis", "summary", "--kind", "queue")
                .exits(0)
                .saysNothing()
                .json();
        assertTrue(queue.get("keys").asInt() > 0, queue::toString);
    }
}
