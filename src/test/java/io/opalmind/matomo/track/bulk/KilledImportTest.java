package io.opalmind.matomo.track.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.Faults;
import io.opalmind.testing.matomo.StoredHit;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports that are killed, with the server as the judge: nothing lost, nothing doubled without a word. */
class KilledImportTest {
    private static final int HITS = 3000;
    private static final int KILLS = 5;
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    Path directory;

    private Process start(FakeMatomo matomo, Path file) throws IOException {
        return start(matomo, file, "exec \"$@\"");
    }

    private Process start(FakeMatomo matomo, Path file, String shell) throws IOException {
        return new ProcessBuilder(
                        "sh",
                        "-c",
                        shell,
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RealImport.class.getName(),
                        matomo.url().toString(),
                        file.toString(),
                        directory.resolve("state").toString())
                .redirectErrorStream(true)
                .redirectOutput(output())
                .start();
    }

    private File output() {
        return directory.resolve("output").toFile();
    }

    private Path file() throws IOException {
        StringBuilder lines = new StringBuilder();
        long now = Instant.now().getEpochSecond();
        for (int i = 0; i < HITS; i++) {
            lines.append("{\"idsite\":1,\"_id\":\"")
                    .append(String.format("%016x", i % 50 + 1))
                    .append("\",\"url\":\"https://example.com/p")
                    .append(i)
                    .append("\",\"cdt\":")
                    .append(now - 2 * HITS + i)
                    .append("}\n");
        }
        return Files.writeString(directory.resolve("hits.ndjson"), lines);
    }

    @Test
    void killed_again_and_again_it_delivers_each_hit_once() throws IOException, InterruptedException {
        Random random = new Random(42);
        Path file = file();
        try (FakeMatomo matomo = FakeMatomo.recorded().visitsFromHits()) {
            matomo.failWhen(
                    request -> request.path().endsWith("matomo.php"), Faults.slowHeaders(Duration.ofMillis(15)));
            for (int kill = 1; kill <= KILLS; kill++) {
                Process process = start(matomo, file);
                int goal = HITS * kill / (KILLS + 1) + random.nextInt(200);
                while (matomo.hits().size() < goal && process.isAlive()) {
                    Thread.onSpinWait();
                    assertTrue(process.isAlive() || matomo.hits().size() >= goal, () -> said());
                }
                process.waitFor(random.nextInt(20), TimeUnit.MILLISECONDS);
                process.destroyForcibly();
                assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            Process last = start(matomo, file);
            assertTrue(last.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "still running");
            assertEquals(0, last.exitValue(), () -> said());
            judge(
                    matomo,
                    RealImport.run(
                            matomo.url().toString(), FakeMatomo.ADMIN_TOKEN, file, directory.resolve("state"), 25));
        }
    }

    @Test
    void full_disk_stops_it_and_nothing_is_sent_that_is_not_written_down() throws IOException, InterruptedException {
        Path file = file();
        try (FakeMatomo matomo = FakeMatomo.recorded().visitsFromHits()) {
            Process process = start(matomo, file, "ulimit -f 8; exec \"$@\"");
            assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
            assertEquals(1, process.exitValue());
            assertTrue(said().contains("JournalException: Cannot write"), said());
            int before = matomo.hits().size();
            assertTrue(before > 0 && before < HITS, before + " hits");
            judge(
                    matomo,
                    RealImport.run(
                            matomo.url().toString(), FakeMatomo.ADMIN_TOKEN, file, directory.resolve("state"), 25));
        }
    }

    private String said() {
        try {
            return Files.readString(output().toPath());
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void judge(FakeMatomo matomo, ImportCounts counts) {
        Map<String, Integer> times = new HashMap<>();
        Map<String, Instant> latest = new HashMap<>();
        for (StoredHit hit : matomo.hits()) {
            times.merge(String.valueOf(hit.get("url")), 1, Integer::sum);
            Instant before = latest.put(String.valueOf(hit.get("_id")), hit.at());
            assertTrue(before == null || !before.isAfter(hit.at()), "out of order");
        }
        assertEquals(HITS, times.size(), "lost");
        List<String> doubled = times.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
        assertTrue(doubled.size() <= counts.possiblyDoubled(), () -> "doubled without a word: " + doubled);
        assertEquals(HITS, counts.delivered());
        assertEquals(0, counts.possiblyDoubled(), "the visits log can tell all of these");
    }
}
