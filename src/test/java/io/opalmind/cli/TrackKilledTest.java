package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.store.SmallDisk;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.Fault;
import io.opalmind.testing.matomo.Faults;
import io.opalmind.testing.matomo.MatomoExtension;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that die on a hit's way, and stores that do: what the server has is the judge. */
@ExtendWith({MatomoExtension.class, RedisExtension.class})
class TrackKilledTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path home;

    @BeforeEach
    void showHitsInTheLog(FakeMatomo matomo) {
        matomo.visitsFromHits();
    }

    private static String[] event(String key) {
        return new String[] {
            "track",
            "event",
            "--category",
            "c",
            "--action",
            "a",
            "--name",
            key,
            "--idempotency-key",
            key,
            "--visitor-id",
            "0123456789abcdef"
        };
    }

    private static Map<String, String> settings(FakeMatomo matomo, RedisServer redis, boolean shared) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "MATOMO_BASE_URL",
                matomo.url().toString(),
                "MATOMO_TOKEN",
                FakeMatomo.ADMIN_TOKEN,
                "MATOMO_DEFAULT_SITE_ID",
                "1",
                "MATOMO_TIMEOUT_MS",
                "3000"));
        if (shared) {
            settings.putAll(redis.settings());
        }
        return settings;
    }

    private RunCli shell(FakeMatomo matomo, RedisServer redis, boolean shared) {
        return RunCli.with(matomo, home).env(settings(matomo, redis, shared));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sixteen_processes_with_one_key_send_once(boolean shared, FakeMatomo matomo, RedisServer redis)
            throws Exception {
        List<RealProcess> processes = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            // With Redis, each as if it were a host of its own.
            Path host = shared ? home.resolve("host" + i) : home;
            processes.add(RealProcess.start(host, settings(matomo, redis, shared), event("one")));
        }
        int delivered = 0;
        for (RealProcess process : processes) {
            String line = String.valueOf(process.readLine());
            process.exits(0);
            delivered += line.contains("\"outcome\":\"delivered\"") ? 1 : 0;
            assertTrue(line.contains("delivered") || line.contains("duplicate"), line);
            process.close();
        }
        assertEquals(1, delivered);
        assertEquals(1, matomo.countOf("e_n", "one"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void hit_of_a_killed_process_arrives_once_by_the_next_run(boolean shared, FakeMatomo matomo, RedisServer redis)
            throws Exception {
        for (Fault fault : List.of(Faults.storeThenHang(), Faults.neverAnswer())) {
            String key = "k" + matomo.requests().size();
            killWhileItWaits(key, fault, shared, matomo, redis);
            JsonNode told =
                    shell(matomo, redis, shared).run(event(key)).exits(0).json();
            assertEquals("delivered", told.get("outcome").textValue());
            assertTrue(told.get("possiblyDoubled") == null);
            assertEquals(1, matomo.countOf("e_n", key));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void hit_of_a_killed_process_arrives_once_by_a_flush(boolean shared, FakeMatomo matomo, RedisServer redis)
            throws Exception {
        killWhileItWaits("stored", Faults.storeThenHang(), shared, matomo, redis);
        killWhileItWaits("lost", Faults.neverAnswer(), shared, matomo, redis);
        RunCli shell = shell(matomo, redis, shared);
        assertEquals(
                2, shell.run("track", "queue").exits(0).json().get("inDoubt").intValue());
        assertEquals(
                "unknown",
                shell.run("track", "status", "lost")
                        .exits(10)
                        .json()
                        .get("outcome")
                        .textValue());
        JsonNode flushed = shell.run("track", "flush").exits(0).json();
        assertEquals(2, flushed.get("delivered").intValue());
        assertEquals(0, flushed.get("possiblyDoubled").intValue());
        assertEquals(1, matomo.countOf("e_n", "stored"));
        assertEquals(1, matomo.countOf("e_n", "lost"));
        shell.run("track", "status", "lost").exits(0);
    }

    private void killWhileItWaits(String key, Fault fault, boolean shared, FakeMatomo matomo, RedisServer redis)
            throws Exception {
        matomo.failAlways(fault);
        int before = matomo.requests().size();
        try (RealProcess process = RealProcess.start(home, settings(matomo, redis, shared), event(key))) {
            matomo.awaitRequests(before + 1, LIMIT);
            process.signal("KILL");
            process.exits(137);
        }
        matomo.heal();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void kills_at_any_moment_lose_and_double_nothing(boolean shared, FakeMatomo matomo, RedisServer redis)
            throws Exception {
        Random random = new Random(4);
        for (int i = 0; i < 6; i++) {
            String key = "random" + i;
            try (RealProcess process = RealProcess.start(home, settings(matomo, redis, shared), event(key))) {
                LockSupport.parkNanos(random.nextLong(1_200_000_000L));
                process.signal("KILL");
            } catch (AssertionError alreadyDone) {
                // It was quicker than the kill.
            }
            shell(matomo, redis, shared).run(event(key)).exits(0);
            assertEquals(1, matomo.countOf("e_n", key), key);
        }
    }

    @Test
    void other_host_takes_over_what_a_dead_one_left_in_redis(FakeMatomo matomo, RedisServer redis) throws Exception {
        killWhileItWaits("left", Faults.neverAnswer(), true, matomo, redis);
        RunCli otherHost = RunCli.with(matomo, home.resolve("other")).env(redis.settings());
        assertEquals(
                1,
                otherHost.run("track", "flush").exits(0).json().get("delivered").intValue());
        assertEquals(1, matomo.countOf("e_n", "left"));
    }

    @Test
    void redis_that_dies_between_sending_and_recording_leaves_a_record_on_this_host(
            FakeMatomo matomo, RedisServer redis) throws Exception {
        matomo.failNext(1, Faults.slowHeaders(Duration.ofSeconds(2)));
        try (RealProcess process = RealProcess.start(home, settings(matomo, redis, true), event("k"))) {
            matomo.awaitRequests(1, LIMIT);
            redis.kill();
            String line = String.valueOf(process.readLine());
            assertTrue(line.contains("\"outcome\":\"delivered\""), line);
            process.exits(0);
            assertTrue(process.stderr().contains("Redis connection failed"), process.stderr());
        }
        assertEquals(1, matomo.countOf("e_n", "k"));
        RunCli shell = shell(matomo, redis, true);
        shell.run(event("k")).exits(0).saysLineWith("Redis connection failed");
        redis.restart();
        shell.run(event("k")).exits(0).saysNothing();
        assertEquals(1, matomo.countOf("e_n", "k"), "the record of the time without Redis was not honoured");
    }

    @Test
    void redis_that_hangs_between_sending_and_recording_costs_its_timeout_and_no_hit(
            FakeMatomo matomo, RedisServer redis) throws Exception {
        matomo.failNext(1, Faults.slowHeaders(Duration.ofSeconds(2)));
        Map<String, String> impatient = settings(matomo, redis, true);
        impatient.put("REDIS_COMMAND_TIMEOUT_MS", "500");
        try (RealProcess process = RealProcess.start(home, impatient, event("k"))) {
            matomo.awaitRequests(1, LIMIT);
            redis.stop();
            String line = String.valueOf(process.readLine());
            assertTrue(line.contains("\"outcome\":\"delivered\""), line);
            process.exits(0);
            assertTrue(process.stderr().contains("no answer within"), process.stderr());
        } finally {
            redis.cont();
        }
        shell(matomo, redis, true).run(event("k")).exits(0).saysNothing();
        assertEquals(1, matomo.countOf("e_n", "k"));
    }

    @Test
    void with_redis_away_hits_go_out_or_with_strict_into_the_queue(FakeMatomo matomo, RedisServer redis) {
        redis.kill();
        RunCli shell = shell(matomo, redis, true);
        assertEquals(
                "delivered",
                shell.run(event("sent"))
                        .exits(0)
                        .saysLineWith("Redis connection failed")
                        .json()
                        .get("outcome")
                        .textValue());
        List<String> strict = new ArrayList<>(List.of(event("kept")));
        strict.add("--strict");
        assertEquals(
                "queued",
                shell.run(strict.toArray(String[]::new))
                        .exits(0)
                        .json()
                        .get("outcome")
                        .textValue());
        assertEquals(0, matomo.countOf("e_n", "kept"));
        redis.restart();
        assertEquals(
                1, shell.run("track", "flush").exits(0).json().get("delivered").intValue());
        assertEquals(1, matomo.countOf("e_n", "kept"));
    }

    @Test
    void queue_in_redis_is_shared_by_hosts(FakeMatomo matomo, RedisServer redis) {
        matomo.refuseConnections();
        RunCli.with(matomo, home.resolve("a"))
                .env(redis.settings())
                .run(event("from a"))
                .exits(0);
        matomo.listenAgain();
        RunCli other = RunCli.with(matomo, home.resolve("b")).env(redis.settings());
        assertEquals(1, other.run("track", "queue").json().get("pending").intValue());
        assertEquals(
                1, other.run("track", "flush").exits(0).json().get("delivered").intValue());
        assertEquals(1, matomo.countOf("e_n", "from a"));
    }

    @Test
    void full_disk_is_an_error_and_nothing_is_said_to_be_kept(FakeMatomo matomo) throws Exception {
        matomo.refuseConnections();
        try (SmallDisk disk = SmallDisk.mount(home.resolve("disk"))) {
            RunCli shell = RunCli.with(matomo, home)
                    .env("OPALMIND_STATE_DIR", disk.path().toString());
            shell.run(event("earlier")).exits(0);
            disk.fill();
            shell.run(event("later")).exits(74).printsNothing().saysLineWith("No space left on device");
            assertEquals(1, shell.run("track", "queue").json().get("pending").intValue());
        }
    }

    @Test
    void terminated_command_leaves_the_hit_to_the_flush(FakeMatomo matomo, RedisServer redis) throws Exception {
        matomo.failAlways(Faults.neverAnswer());
        try (RealProcess process = RealProcess.start(home, settings(matomo, redis, false), event("k"))) {
            matomo.awaitRequests(1, LIMIT);
            process.signal("TERM");
            process.exits(143);
        }
        matomo.heal();
        assertEquals(
                1,
                shell(matomo, redis, false)
                        .run("track", "flush")
                        .exits(0)
                        .json()
                        .get("delivered")
                        .intValue());
        assertEquals(1, matomo.countOf("e_n", "k"));
    }
}
