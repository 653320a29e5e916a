package io.opalmind.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthConfigTest {
    @TempDir
    Path directory;

    private Setup setup() {
        return Setup.complete(directory);
    }

    @Test
    void thresholds_are_read() {
        HealthConfig health = setup().env("MATOMO_QUEUE_WARN_PENDING", "0")
                .env("MATOMO_QUEUE_FAIL_PENDING", "0")
                .env("MATOMO_QUEUE_WARN_AGE_MS", "5")
                .env("MATOMO_QUEUE_FAIL_AGE_MS", "5")
                .env("MATOMO_CACHE_WARN_HIT_RATE", "12.5")
                .env("MATOMO_CACHE_FAIL_HIT_RATE", "12.5")
                .env("MATOMO_CACHE_SAMPLE_SIZE", "1")
                .load()
                .health();

        Duration age = Duration.ofMillis(5);
        assertEquals(new HealthConfig(0, 0, age, age, 12.5, 12.5, 1), health);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100.1", "-1", "20%", "NaN", "Infinity", "1e1", "5f", "0x1p3", ".", "1.", "abc"})
    void what_is_no_rate_is_a_fault(String value) {
        assertEquals(
                "MATOMO_CACHE_WARN_HIT_RATE=" + value + " (environment): not a rate in percent; a number from 0 to 100",
                setup().env("MATOMO_CACHE_WARN_HIT_RATE", value).fault());
    }

    @ParameterizedTest
    @CsvSource({
        "MATOMO_QUEUE_WARN_PENDING, 5, MATOMO_QUEUE_FAIL_PENDING, 4, below",
        "MATOMO_QUEUE_WARN_AGE_MS, 5, MATOMO_QUEUE_FAIL_AGE_MS, 4, below",
        "MATOMO_CACHE_WARN_HIT_RATE, 5, MATOMO_CACHE_FAIL_HIT_RATE, 6, above",
    })
    void failing_before_warning_is_a_fault_of_both(
            String warn, String warnValue, String fail, String failValue, String relation) {
        String fault = setup().env(warn, warnValue)
                .file(".env", fail + "=" + failValue + "\n")
                .fault();

        assertEquals(
                fail + "=" + failValue + " (.env:1): " + relation + " " + warn + "=" + warnValue
                        + " (environment); health fails no sooner than it warns, so " + fail + " must not be "
                        + relation + " " + warn,
                fault);
    }

    @Test
    void threshold_beyond_the_default_of_the_other_is_a_fault_of_the_one_that_is_set() {
        assertEquals(
                "MATOMO_QUEUE_WARN_PENDING=30 (environment): puts MATOMO_QUEUE_FAIL_PENDING=25 (default) below it;"
                        + " health fails no sooner than it warns, so MATOMO_QUEUE_FAIL_PENDING must not be below"
                        + " MATOMO_QUEUE_WARN_PENDING",
                setup().env("MATOMO_QUEUE_WARN_PENDING", "30").fault());
    }

    @Test
    void bad_threshold_is_not_held_against_the_other() {
        List<String> faults = setup().env("MATOMO_QUEUE_WARN_PENDING", "ten")
                .env("MATOMO_QUEUE_FAIL_PENDING", "5")
                .faults();

        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.get(0).startsWith("MATOMO_QUEUE_WARN_PENDING=ten "), faults::toString);
    }
}
