package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.Faults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports in processes of their own: signals, and two at once. */
class ImportProcessTest {
    private static final int HITS = 2000;

    @TempDir
    Path home;

    private Map<String, String> prepare(FakeMatomo matomo) throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < HITS; i++) {
            lines.append("uid=u")
                    .append(i % 20)
                    .append("&url=https://example.com/")
                    .append(i)
                    .append('\n');
        }
        Files.writeString(Files.createDirectories(home.resolve("work")).resolve("hits"), lines);
        matomo.failWhen(request -> request.path().endsWith("matomo.php"), Faults.slowHeaders(Duration.ofMillis(30)));
        return Map.of(
                "MATOMO_BASE_URL",
                matomo.url().toString(),
                "MATOMO_TOKEN",
                FakeMatomo.ADMIN_TOKEN,
                "MATOMO_DEFAULT_SITE_ID",
                "1");
    }

    private static void awaitHits(FakeMatomo matomo, int count) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (matomo.hits().size() < count) {
            assertTrue(System.nanoTime() < end, "only " + matomo.hits().size() + " hits came");
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static Set<String> urls(FakeMatomo matomo) {
        Set<String> urls = new HashSet<>();
        matomo.hits().forEach(hit -> urls.add(String.valueOf(hit.get("url"))));
        return urls;
    }

    @Test
    void signal_ends_it_without_doubt_and_the_same_command_goes_on() throws Exception {
        try (FakeMatomo matomo = FakeMatomo.recorded()) {
            Map<String, String> environment = prepare(matomo);
            try (RealProcess process =
                    RealProcess.start(home, environment, "track", "import", "hits", "--batch", "20")) {
                awaitHits(matomo, 200);
                process.signal("TERM");
                process.exits(143);
            }
            assertTrue(matomo.hits().size() < HITS);
            try (RealProcess process = RealProcess.start(home, environment, "track", "import", "hits")) {
                assertEquals("{", String.valueOf(process.readLine()).substring(0, 1));
                process.exits(0);
            }
            assertEquals(HITS, matomo.hits().size());
            assertEquals(HITS, urls(matomo).size());
            assertEquals(
                    0,
                    matomo.requests().stream()
                            .filter(request -> request.toString().contains("getLastVisitsDetails"))
                            .count(),
                    "nothing was in doubt");
        }
    }

    @Test
    void second_import_of_a_file_at_the_same_time_is_told_to_wait() throws Exception {
        try (FakeMatomo matomo = FakeMatomo.recorded()) {
            Map<String, String> environment = prepare(matomo);
            try (RealProcess first = RealProcess.start(home, environment, "track", "import", "hits", "--batch", "20")) {
                awaitHits(matomo, 100);
                Outcome second = RunCli.with(matomo, home).run("track", "import", "hits");
                second.exits(75);
                first.exits(0);
            }
            assertEquals(HITS, matomo.hits().size());
        }
    }
}
