package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.Faults;
import io.opalmind.testing.matomo.MatomoExtension;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import io.opalmind.testing.redis.ScriptedRedis;
import io.opalmind.testing.redis.SocketFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only a process of its own shows. Few, as each costs the start of a JVM. */
@ExtendWith({MatomoExtension.class, RedisExtension.class})
class RealProcessTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path home;

    private static Map<String, String> settings(FakeMatomo matomo) {
        return Map.of(
                "MATOMO_BASE_URL",
                matomo.url().toString(),
                "MATOMO_TOKEN",
                FakeMatomo.ADMIN_TOKEN,
                "MATOMO_DEFAULT_SITE_ID",
                "1");
    }

    private static Map<String, String> settings(FakeMatomo matomo, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(settings(matomo));
        all.putAll(more);
        return all;
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void signal_leaves_nothing_half_written(String signal, int code, FakeMatomo matomo) throws Exception {
        matomo.failAlways(Faults.neverAnswer());
        Path work = Files.createDirectories(home.resolve("work"));
        Files.writeString(work.resolve("out"), "as it was");
        try (RealProcess process =
                RealProcess.start(home, settings(matomo), "query", "popular-urls", "-f", "csv", "-o", "out")) {
            matomo.awaitRequests(1, LIMIT);
            assertEquals(2, names(work).size(), "no temporary file was begun: " + names(work));
            process.signal(signal);
            process.exits(code).says("");
        }
        assertEquals("as it was", Files.readString(work.resolve("out")));
        assertEquals(List.of("out"), names(work));
    }

    @Test
    void signal_ends_the_wait_for_a_redis_that_hangs(FakeMatomo matomo) throws Exception {
        try (ScriptedRedis redis = ScriptedRedis.silent()) {
            Map<String, String> patient = Map.of(
                    "REDIS_HOST",
                    redis.host(),
                    "REDIS_PORT",
                    "" + redis.port(),
                    "REDIS_COMMAND_TIMEOUT_MS",
                    "600000",
                    "REDIS_CONNECT_TIMEOUT_MS",
                    "600000");
            try (RealProcess process = RealProcess.start(home, settings(matomo, patient), "query", "popular-urls")) {
                await(() -> !redis.heard().isEmpty());
                process.signal("TERM");
                process.exits(143);
            }
        }
    }

    @Test
    void reader_that_has_gone_ends_it_without_a_word(FakeMatomo matomo) throws Exception {
        matomo.bigPageReport(20_000);
        try (RealProcess process =
                RealProcess.start(home, settings(matomo), "query", "popular-urls", "--all", "-f", "csv")) {
            assertTrue(String.valueOf(process.readLine()).startsWith("label,"));
            process.closeOutput();
            process.exits(141).says("");
        }
    }

    @Test
    void full_disk_is_said(FakeMatomo matomo) throws Exception {
        File full = new File("/dev/full");
        assumeTrue(full.exists(), "this system has no /dev/full");
        try (RealProcess process =
                RealProcess.start(home, settings(matomo), full, "query", "key-numbers", "--date", "yesterday")) {
            process.exits(74).says("opalmind: Cannot write standard output: No space left on device.\n");
        }
    }

    @Test
    void deadline_ends_the_process(FakeMatomo matomo) throws Exception {
        matomo.failAlways(Faults.neverAnswer());
        try (RealProcess process =
                RealProcess.start(home, settings(matomo), "query", "popular-urls", "--deadline", "2s", "-o", "out")) {
            process.exits(6).says("opalmind: Not done within the deadline of 2000 ms; given up.\n");
        }
        assertEquals(List.of(), names(home.resolve("work")));
    }

    /** In a process of its own, as lettuce decides once for all whether to load what a Unix socket needs. */
    @Test
    void redis_is_reached_through_a_socket_file(FakeMatomo matomo, RedisServer redis) throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "Unix sockets need netty's epoll");
        Path file = home.resolve("redis.sock");
        try (SocketFile socket = SocketFile.leadingTo(redis, file);
                RealProcess process = RealProcess.start(
                        home,
                        settings(matomo, Map.of("REDIS_URL", "redis-socket://" + file)),
                        "query",
                        "key-numbers",
                        "--date",
                        "yesterday",
                        "-v")) {
            process.exits(0)
                    .says("opalmind: Redis connection established: " + file
                            + "\nopalmind: key-numbers of site 1: asked of Matomo.\n");
            assertEquals(1, socket.connections());
        }
        assertTrue(redis.keys().toString().contains("keyNumbers"), redis.keys().toString());
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < end, "waited " + LIMIT);
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
