package io.opalmind.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCacheSurveyTest extends CacheSurveyContract {
    @TempDir
    Path state;

    @Override
    protected CacheStore open(Clock clock) {
        return new LocalCacheStore(state, clock);
    }

    @Override
    protected CacheSurvey survey() {
        return new LocalCacheSurvey(state, Clock.systemUTC());
    }

    @Test
    void looking_makes_no_directory() {
        Path missing = state.resolve("missing");
        new LocalCacheSurvey(missing, Clock.systemUTC()).survey((key, bytes, timeToLive) -> {});
        assertFalse(Files.exists(missing));
    }

    @Test
    void entry_whose_time_is_over_is_not_seen() {
        MovableClock clock = new MovableClock("2026-11-24T20:30:00Z");
        open(clock).put("key", new byte[10], Duration.ofMinutes(1));
        assertEquals(List.of("key"), keys(new LocalCacheSurvey(state, clock)));
        clock.move(Duration.ofMinutes(1));
        assertEquals(List.of(), keys(new LocalCacheSurvey(state, clock)));
    }

    @Test
    void files_that_are_no_entries_are_passed_over() throws IOException {
        open(Clock.systemUTC()).put("key", new byte[10], Duration.ofHours(1));
        Path shard = LocalFiles.shard(state, "key");
        String name = LocalFiles.entry(state, "key").getFileName().toString();
        Files.writeString(shard.resolve(EntryName.temporary(name, 1, 2)), "half a");
        Files.writeString(shard.resolve("notes.txt"), "key\nvalue");
        Files.createDirectory(shard.resolve("0123456789abcdef"));
        Files.createSymbolicLink(shard.resolve("0123456789abcdee"), LocalFiles.entry(state, "key"));
        Files.writeString(shard.resolve("0123456789abcded"), "no line");
        Files.writeString(state.resolve("cache/x"), "no shard");
        assertEquals(List.of("key"), keys(survey()));
    }

    private static List<String> keys(CacheSurvey survey) {
        List<String> keys = new ArrayList<>();
        survey.survey((key, bytes, timeToLive) -> keys.add(key));
        return keys;
    }
}
