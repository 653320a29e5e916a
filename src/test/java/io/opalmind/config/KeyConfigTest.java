package io.opalmind.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Key prefixes and lifetimes, which hold for every store. */
class KeyConfigTest {
    @TempDir
    Path directory;

    private Setup setup() {
        return Setup.complete(directory);
    }

    @ParameterizedTest
    @CsvSource({"a:, a:", "a:, a:b:", "a:b:, a:"})
    void prefixes_must_be_apart(String cache, String idempotency) {
        String fault = setup().env("REDIS_CACHE_PREFIX", cache)
                .env("REDIS_IDEMPOTENCY_PREFIX", idempotency)
                .fault();

        assertEquals(
                "REDIS_CACHE_PREFIX=" + cache + " (environment): not apart from REDIS_IDEMPOTENCY_PREFIX=" + idempotency
                        + " (environment); neither prefix may begin with the other",
                fault);
    }

    @Test
    void prefix_must_be_apart_from_the_default_of_the_other() {
        assertEquals(
                "REDIS_IDEMPOTENCY_PREFIX=opalmind: (environment): not apart from REDIS_CACHE_PREFIX=opalmind:cache:"
                        + " (default); neither prefix may begin with the other",
                setup().env("REDIS_IDEMPOTENCY_PREFIX", "opalmind:").fault());
    }

    @Test
    void prefix_must_be_apart_from_the_counters() {
        assertEquals(
                "REDIS_CACHE_PREFIX=opalmind:s (environment): not apart from opalmind:stats:, where the counters stand",
                setup().env("REDIS_CACHE_PREFIX", "opalmind:s").fault());
    }

    @Test
    void prefix_with_a_control_character_is_a_fault_shown_harmlessly() {
        assertEquals(
                "REDIS_CACHE_PREFIX=a\\u001b[31m (environment): has a control character in it; a prefix for keys, as"
                        + " myshop:cache:",
                setup().env("REDIS_CACHE_PREFIX", "a\u001b[31m").fault());
    }

    @Test
    void prefixes_and_lifetimes_hold_without_redis() {
        Config config = setup().env("REDIS_CACHE_PREFIX", "c:")
                .env("REDIS_IDEMPOTENCY_PREFIX", "i:")
                .env("REDIS_IDEMPOTENCY_TTL", "60")
                .env("CACHE_TTL_MS", "0")
                .load();

        assertEquals(new CacheConfig(Duration.ZERO, "c:"), config.cache());
        assertFalse(config.cache().isOn());
        assertEquals(new IdempotencyConfig(Duration.ofMinutes(1), "i:"), config.idempotency());
        assertEquals(List.of(), config.warnings());
    }
}
