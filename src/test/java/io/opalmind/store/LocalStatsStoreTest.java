package io.opalmind.store;

import static io.opalmind.store.CacheEvent.HIT;
import static io.opalmind.store.CacheEvent.MISS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStatsStoreTest extends LastingStatsStoreContract {
    @TempDir
    Path state;

    private final MovableClock clock = new MovableClock("2026-11-24T20:30:00Z");

    @Override
    protected StatsStore open(Clock clock) {
        return new LocalStatsStore(state, clock);
    }

    @Test
    void reading_makes_no_directory() {
        Path missing = state.resolve("missing");
        assertEquals(Map.of(), new LocalStatsStore(missing, clock).counters(Instant.EPOCH));
        assertFalse(Files.exists(missing));
    }

    @Test
    void each_hour_has_a_log_with_a_line_an_event() throws IOException {
        StatsStore store = open(clock);
        store.count("popularUrls", HIT);
        store.count("campaigns", MISS);
        clock.moveTo("2026-11-24T21:00:00Z");
        store.count("popularUrls", HIT);
        assertEquals(
                "popularUrls hits\ncampaigns misses\n", Files.readString(state.resolve("stats/2026-11-24T20.log")));
        assertEquals("popularUrls hits\n", Files.readString(state.resolve("stats/2026-11-24T21.log")));
        assertEquals(Set.of("2026-11-24T20.log", "2026-11-24T21.log"), LocalFiles.names(state.resolve("stats")));
    }

    @Test
    void damaged_lines_are_passed_over() throws IOException {
        StatsStore store = open(clock);
        store.count("popularUrls", HIT);
        Files.writeString(
                state.resolve("stats/2026-11-24T20.log"),
                "\n \nhits\npopularUrls\npopularUrls hit\npopularUrls hits x\npopularUrls hits -5\npopularUrls  hits\n"
                        + "popularUrls hits 1 2\npopularUrls hits 0\npopularUrls hits 9999999999999999999\n"
                        + "\u0000\u0000\u0000popularUrls hits\n@from 1\npopular:urls hits\npopularUrls hits \nü hits\n",
                StandardOpenOption.APPEND);
        store.count("popularUrls", HIT);
        assertEquals(Map.of("popularUrls", new CacheCounters(2, 0, 0, 0)), store.counters(Instant.EPOCH));
    }

    @Test
    void files_of_other_names_are_no_logs() throws IOException {
        StatsStore store = open(clock);
        store.count("popularUrls", HIT);
        for (String name : new String[] {
            "2026-11-24T20.log~",
            "2026-11-24.log",
            "2026-11-24T2x.log",
            "2026-11-24 20.log",
            "notes.log",
            "x.log",
            ".log"
        }) {
            Files.writeString(state.resolve("stats").resolve(name), "popularUrls hits\n");
        }
        assertEquals(1, store.counters(Instant.EPOCH).get("popularUrls").hits());
    }
}
