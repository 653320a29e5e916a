package io.opalmind.store;

import static io.opalmind.store.CacheEvent.HIT;
import static io.opalmind.store.LocalFiles.names;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old logs become one sum; each event counts once, at whatever point a fold was killed. */
class StatsFoldTest {
    private static final String TOTALS = "@from 2026-10-01T10\npopularUrls hits 3\n";

    @TempDir
    Path state;

    private final MovableClock clock = new MovableClock("2026-11-24T20:30:00Z");
    private Path stats;
    private StatsStore store;

    @BeforeEach
    void twoOldLogsAndOneThatIsNot() throws IOException {
        stats = state.resolve("stats");
        OwnerOnly.directories(state, stats);
        write("2026-10-01T10.log", "popularUrls hits\npopularUrls hits\n");
        write("2026-10-20T19.log", "popularUrls hits\n");
        write("2026-10-20T20.log", "popularUrls hits\n");
        store = new LocalStatsStore(state, clock);
    }

    @Test
    void first_event_of_an_hour_folds_what_is_older_than_35_days() throws IOException {
        store.count("popularUrls", HIT);
        assertEquals(Set.of("2026-10-20T20.log", "2026-11-24T20.log", "fold.lock", "total.log"), names(stats));
        assertEquals(TOTALS, Files.readString(stats.resolve("total.log")));
        assertEquals(5, hits(Instant.EPOCH));
    }

    @Test
    void later_events_of_the_hour_fold_nothing() throws IOException {
        write("2026-11-24T20.log", "");
        store.count("popularUrls", HIT);
        assertFalse(names(stats).contains("total.log"));
        assertEquals(5, hits(Instant.EPOCH));
    }

    @Test
    void totals_grow_with_each_fold() {
        store.count("popularUrls", HIT);
        clock.moveTo("2026-12-24T20:30:00Z");
        store.count("popularUrls", HIT);
        clock.moveTo("2027-11-24T20:30:00Z");
        store.count("popularUrls", HIT);
        assertEquals(7, hits(Instant.EPOCH));
        assertEquals(1, hits(Instant.parse("2027-01-01T00:00:00Z")));
    }

    @Test
    void totals_count_where_all_of_them_is_asked_for() {
        store.count("popularUrls", HIT);
        assertEquals(5, hits(Instant.parse("2026-10-01T10:59:00Z")));
        assertEquals(2, hits(Instant.parse("2026-10-01T11:00:00Z")), "a part of them is not known");
    }

    @Test
    void killed_before_the_rename() throws IOException {
        write("total.tmp", "@from 2026-10-01T10\n@holds 2026-10-01T10\npopularUr");
        assertEquals(4, hits(Instant.EPOCH));
        store.count("popularUrls", HIT);
        assertEquals(TOTALS, Files.readString(stats.resolve("total.log")));
        assertFalse(names(stats).contains("total.tmp"));
        assertEquals(5, hits(Instant.EPOCH));
    }

    @Test
    void killed_before_the_logs_were_removed() throws IOException {
        write("total.log", "@holds 2026-10-01T10\n@holds 2026-10-20T19\n" + TOTALS);
        assertEquals(4, hits(Instant.EPOCH));
        store.count("popularUrls", HIT);
        assertEquals(TOTALS, Files.readString(stats.resolve("total.log")));
        assertFalse(names(stats).contains("2026-10-01T10.log"));
        assertEquals(5, hits(Instant.EPOCH));
    }

    @Test
    void killed_while_the_logs_were_removed() throws IOException {
        write("total.log", "@holds 2026-10-01T10\n@holds 2026-10-20T19\n" + TOTALS);
        Files.delete(stats.resolve("2026-10-01T10.log"));
        assertEquals(4, hits(Instant.EPOCH));
        clock.moveTo("2026-11-24T21:30:00Z"); // one more log to fold, beside the one to remove
        store.count("popularUrls", HIT);
        assertEquals("@from 2026-10-01T10\npopularUrls hits 4\n", Files.readString(stats.resolve("total.log")));
        assertEquals(5, hits(Instant.EPOCH));
    }

    @Test
    void killed_before_the_totals_were_settled() throws IOException {
        write("total.log", "@holds 2026-10-01T10\n@holds 2026-10-20T19\n" + TOTALS);
        Files.delete(stats.resolve("2026-10-01T10.log"));
        Files.delete(stats.resolve("2026-10-20T19.log"));
        assertEquals(4, hits(Instant.EPOCH));
        store.count("popularUrls", HIT);
        assertEquals(5, hits(Instant.EPOCH));
    }

    @Test
    void log_begun_anew_for_a_folded_hour_counts() throws IOException {
        store.count("popularUrls", HIT);
        write("2026-10-01T10.log", "popularUrls hits\n");
        assertEquals(6, hits(Instant.EPOCH));
        clock.moveTo("2026-11-24T21:30:00Z");
        store.count("popularUrls", HIT);
        assertEquals(7, hits(Instant.EPOCH));
    }

    @Test
    void event_counts_while_another_process_folds() throws Exception {
        try (ChildJvm child = ChildJvm.start(LockHolder.class, stats)) {
            LockHolder.await(stats, child);
            store.count("popularUrls", HIT);
            assertTrue(names(stats).contains("2026-10-01T10.log"));
            assertEquals(5, hits(Instant.EPOCH));
            child.kill();
        }
        clock.moveTo("2026-11-24T21:30:00Z");
        store.count("popularUrls", HIT);
        assertFalse(names(stats).contains("2026-10-01T10.log"));
        assertEquals(6, hits(Instant.EPOCH));
    }

    @Test
    void event_counts_where_folding_fails() throws IOException {
        Files.createDirectory(stats.resolve("total.log"));
        Files.createDirectory(stats.resolve("total.log/in the way"));
        store.count("popularUrls", HIT);
        Files.delete(stats.resolve("total.log/in the way"));
        Files.delete(stats.resolve("total.log"));
        assertEquals(5, hits(Instant.EPOCH));
    }

    @Test
    void reset_waits_for_nobody_who_folds_and_removes_nothing() throws Exception {
        try (ChildJvm child = ChildJvm.start(LockHolder.class, stats)) {
            LockHolder.await(stats, child);
            assertThrows(StoreException.class, store::reset);
            assertEquals(4, hits(Instant.EPOCH));
            child.kill();
        }
        store.reset();
        assertEquals(Set.of("fold.lock", "locked"), names(stats));
    }

    @Test
    void reset_removes_logs_that_the_totals_name() throws IOException {
        write("total.log", "@holds 2026-10-01T10\n" + TOTALS);
        store.reset();
        assertEquals(Set.of("fold.lock"), names(stats));
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(stats.resolve(name), content);
    }

    private long hits(Instant since) {
        return store.counters(since).get("popularUrls").hits();
    }
}
