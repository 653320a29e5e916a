package io.opalmind.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What looking over a cache promises, whatever keeps it. Public for the forms in other packages. */
public abstract class CacheSurveyContract {
    private static final Duration HOUR = Duration.ofHours(1);

    private CacheStore store;

    /** A store with nothing in it but what this test put there. */
    protected abstract CacheStore open(Clock clock) throws Exception;

    /** Looks over the store that was opened last. */
    protected abstract CacheSurvey survey();

    @BeforeEach
    void openStore() throws Exception {
        store = open(Clock.systemUTC());
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private Map<String, long[]> seen() {
        Map<String, long[]> seen = new TreeMap<>();
        survey().survey((key, bytes, timeToLive) -> seen.put(key, new long[] {bytes, timeToLive}));
        return seen;
    }

    @Test
    void nothing_is_seen_of_an_empty_cache() {
        assertEquals(0, seen().size());
    }

    @Test
    void entry_is_seen_with_its_key_size_and_time() {
        String key = "{\"feature\":\"events\",\"input\":{\"segment\":\"ä😀\"}}";
        store.put(key, new byte[1000], HOUR);
        long[] entry = seen().get(key);
        assertEquals(1000 + key.getBytes(StandardCharsets.UTF_8).length, entry[0]);
        assertTrue(entry[1] > HOUR.toMillis() / 2 && entry[1] <= HOUR.toMillis(), entry[1] + " ms");
    }

    @Test
    void long_key_and_empty_value_are_seen_whole() {
        String key = "k".repeat(5000);
        store.put(key, new byte[0], HOUR);
        assertEquals(5000, seen().get(key)[0]);
    }

    @Test
    void every_entry_is_seen() {
        for (int i = 0; i < 1200; i++) {
            store.put("key " + i, new byte[10], HOUR);
        }
        assertEquals(1200, seen().size());
    }

    @Test
    void later_put_is_no_second_entry() {
        store.put("key", new byte[10], HOUR);
        store.put("key", new byte[20], HOUR);
        assertEquals(23, seen().get("key")[0]);
    }

    @Test
    void reading_over_it_changes_nothing() {
        store.put("key", new byte[10], HOUR);
        seen();
        assertEquals(10, store.get("key").length);
        assertEquals(1, seen().size());
    }
}
