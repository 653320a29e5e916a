package io.opalmind.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes count in one directory; the sum is the judge. */
class LocalStatsProcessesTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final int OLD_HOURS = 150;

    @TempDir
    Path state;

    private final List<ChildJvm> children = new ArrayList<>();

    @AfterEach
    void endChildren() throws IOException {
        for (ChildJvm child : children) {
            child.close();
        }
    }

    @Test
    void events_of_several_processes_add_up() throws Exception {
        for (int i = 0; i < 4; i++) {
            children.add(ChildJvm.start(StoreWorker.class, "count", state, 1000));
        }
        for (ChildJvm child : children) {
            child.exits(0);
        }
        assertEquals(
                Map.of("popularUrls", new CacheCounters(4000, 0, 0, 0), "campaigns", new CacheCounters(0, 4000, 0, 0)),
                counters());
    }

    @Test
    void processes_that_fold_at_once_neither_lose_nor_double() throws Exception {
        long old = oldLogs();
        for (int i = 0; i < 4; i++) {
            children.add(ChildJvm.start(StoreWorker.class, "hours", state, OLD_HOURS, afterOldHours()));
        }
        while (children.stream().anyMatch(ChildJvm::isAlive)) {
            assertEquals(old, counters().get("popularUrls").hits());
        }
        for (ChildJvm child : children) {
            child.exits(0);
        }
        assertEquals(old, counters().get("popularUrls").hits());
        assertEquals(4 * OLD_HOURS, counters().get("campaigns").misses());
        assertTrue(oldLogsLeft() < OLD_HOURS / 2, "left: " + oldLogsLeft());
    }

    @Test
    void killed_folds_neither_lose_nor_double() throws Exception {
        long old = oldLogs();
        Random random = new Random();
        int before = OLD_HOURS;
        for (int round = 0; round < 8; round++) {
            ChildJvm child = ChildJvm.start(StoreWorker.class, "hours", state, 1_000_000, afterOldHours());
            children.add(child);
            awaitFolds(child, before - 5);
            LockSupport.parkNanos(random.nextInt(5_000_000));
            child.kill();
            assertEquals(old, counters().get("popularUrls").hits(), "after kill " + round);
            before = oldLogsLeft();
        }
    }

    /** The child folds one more hour with each hour that it begins. */
    private void awaitFolds(ChildJvm child, int left) throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (oldLogsLeft() > Math.max(0, left)) {
            assertTrue(child.isAlive() && System.nanoTime() < end, child::said);
            LockSupport.parkNanos(100_000);
        }
    }

    private long oldLogs() throws IOException {
        Path stats = state.resolve("stats");
        OwnerOnly.directories(state, stats);
        long events = 0;
        for (int hour = 0; hour < OLD_HOURS; hour++) {
            String name = HourName.of(FROM.plus(Duration.ofHours(hour)));
            Files.writeString(stats.resolve(name + ".log"), "popularUrls hits\n".repeat(hour + 1));
            events += hour + 1;
        }
        return events;
    }

    /** From there on, the first old hour is 35 days old, and with each hour one more. */
    private static Instant afterOldHours() {
        return FROM.plus(Duration.ofDays(35)).plus(Duration.ofHours(1));
    }

    private int oldLogsLeft() throws IOException {
        int left = 0;
        for (int hour = 0; hour < OLD_HOURS; hour++) {
            String name = HourName.of(FROM.plus(Duration.ofHours(hour)));
            left += Files.exists(state.resolve("stats/" + name + ".log")) ? 1 : 0;
        }
        return left;
    }

    private Map<String, CacheCounters> counters() {
        return new LocalStatsStore(state, Clock.systemUTC()).counters(Instant.EPOCH);
    }
}
