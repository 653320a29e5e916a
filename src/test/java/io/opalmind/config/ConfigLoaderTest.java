package io.opalmind.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigLoaderTest {
    @TempDir
    Path directory;

    @Test
    void defaults_hold_where_nothing_but_the_required_is_set() {
        Config config = Setup.complete(directory).load();

        assertEquals("https://matomo.example/", config.matomo().baseUrl().toString());
        assertEquals(new Secret(Setup.TOKEN), config.matomo().token());
        assertNull(config.matomo().defaultSiteId());
        assertEquals(Duration.ofSeconds(10), config.matomo().timeout());
        assertEquals(3, config.matomo().maxAttempts());
        assertNull(config.matomo().caFile());
        assertEquals(268_435_456, config.matomo().maxResponseBytes());
        assertNull(config.redis());
        assertEquals(new CacheConfig(Duration.ofMinutes(1), "opalmind:cache:"), config.cache());
        assertEquals(new IdempotencyConfig(Duration.ofDays(1), "opalmind:idempotency:"), config.idempotency());
        assertEquals(
                new HealthConfig(10, 25, Duration.ofMinutes(1), Duration.ofMinutes(2), 20, 5, 20), config.health());
        assertEquals(List.of(), config.warnings());
    }

    @Test
    void each_place_yields_to_the_one_before_it() {
        Setup setup =
                Setup.complete(directory).profile("shop", "CACHE_TTL_MS=4\n").env("OPALMIND_PROFILE", "shop");
        assertEquals(Duration.ofMillis(4), setup.load().cache().ttl());

        setup.file(".env", "CACHE_TTL_MS=3\n");
        assertEquals(Duration.ofMillis(3), setup.load().cache().ttl());

        setup.env("CACHE_TTL_MS", "2");
        assertEquals(Duration.ofMillis(2), setup.load().cache().ttl());

        ConfigOptions options = new ConfigOptions(
                null, null, null, Map.of(Variable.CACHE_TTL_MS, new OptionValue("--cache-ttl", "1")), true);
        assertEquals(Duration.ofMillis(1), setup.load(options).cache().ttl());
    }

    @Test
    void empty_value_counts_as_not_set() {
        Setup setup = Setup.complete(directory).env("CACHE_TTL_MS", "").file(".env", "CACHE_TTL_MS=3\n");

        assertEquals(Duration.ofMillis(3), setup.load().cache().ttl());
    }

    @Test
    void bad_option_is_named_by_the_option() {
        ConfigOptions options = new ConfigOptions(
                null, null, null, Map.of(Variable.MATOMO_TIMEOUT_MS, new OptionValue("--timeout", "soon")), true);

        assertEquals(
                "MATOMO_TIMEOUT_MS=soon (option --timeout): not a time in milliseconds; a whole number from 1 to"
                        + " 3600000",
                Setup.complete(directory).fault(options));
    }

    @Test
    void all_faults_of_all_places_are_reported_at_once() {
        Setup setup = Setup.bare(directory)
                .env("MATOMO_BASE_URL", "matomo.example")
                .env("MATOMO_TIMEOUT_MS", "0")
                .env("OPALMIND_PROFILE", "shop")
                .file(".env", "#\nREDIS_PORT=abc\nREDIS_TLS=maybe\n")
                .profile("shop", "MATOMO_CACHE_WARN_HIT_RATE=120%\n");

        List<String> faults = setup.faults();

        assertEquals(6, faults.size(), faults::toString);
        String message = assertThrows(ConfigException.class, setup::load).getMessage();
        assertEquals(String.join("\n", faults), message);
        assertTrue(message.contains("MATOMO_TOKEN: not set; "), message);
        assertTrue(message.contains("MATOMO_BASE_URL=matomo.example (environment): not an address; "), message);
        assertTrue(message.contains("MATOMO_TIMEOUT_MS=0 (environment): not a time in milliseconds; "), message);
        assertTrue(message.contains("REDIS_PORT=abc (.env:2): not a port; a whole number from 1 to 65535"), message);
        assertTrue(message.contains("REDIS_TLS=maybe (.env:3): not a switch; "), message);
        String profile = directory.resolve("home/.config/opalmind/shop.env").toString();
        assertTrue(
                message.contains("MATOMO_CACHE_WARN_HIT_RATE=120% (" + profile + ":1): not a rate in percent; "),
                message);
    }

    @Test
    void missing_required_values_are_named_with_the_ways_to_set_them() {
        List<String> faults = Setup.bare(directory).faults();

        assertEquals(
                List.of(
                        "MATOMO_TOKEN: not set; the token for Matomo's API. Set MATOMO_TOKEN or MATOMO_TOKEN_FILE in"
                                + " the environment, in .env or in a profile, or give --token-file FILE",
                        "MATOMO_BASE_URL: not set; the address of Matomo, as https://analytics.example.com/. Set it"
                                + " in the environment, in .env or in a profile"),
                faults);
    }

    @Test
    void command_without_matomo_needs_neither_address_nor_token() {
        Config config = Setup.bare(directory).load(ConfigOptions.NONE.withoutMatomo());

        assertNull(config.matomoIfSet());
        assertThrows(IllegalStateException.class, config::matomo);
    }

    @Test
    void command_without_matomo_still_has_it_where_it_is_set() {
        Config config = Setup.complete(directory).load(ConfigOptions.NONE.withoutMatomo());

        assertEquals("https://matomo.example/", config.matomo().baseUrl().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "MATOMO_TIMEOUT_MS, 1, 3600000, 3600001",
        "MATOMO_MAX_ATTEMPTS, 1, 20, 21",
        "MATOMO_MAX_RESPONSE_MB, 1, 1048576, 1048577",
        "MATOMO_DEFAULT_SITE_ID, 1, 2147483647, 2147483648",
        "CACHE_TTL_MS, 0, 31536000000, 31536000001",
        "REDIS_PORT, 1, 65535, 65536",
        "REDIS_DB, 0, 2147483647, 2147483648",
        "REDIS_CONNECT_TIMEOUT_MS, 1, 3600000, 3600001",
        "REDIS_COMMAND_TIMEOUT_MS, 1, 3600000, 3600001",
        "REDIS_IDEMPOTENCY_TTL, 1, 2147483647, 2147483648",
        "MATOMO_CACHE_SAMPLE_SIZE, 1, 2147483647, 99999999999999999999",
    })
    void number_outside_its_range_is_a_fault(String name, long least, long most, String tooMuch) {
        Setup setup = Setup.complete(directory);
        setup.env(name, Long.toString(least)).load();
        setup.env(name, Long.toString(most)).load();

        String range = "a whole number from " + least + " to " + most;
        String below = setup.env(name, Long.toString(least - 1)).fault();
        String above = setup.env(name, tooMuch).fault();
        assertTrue(below.startsWith(name + "=" + (least - 1) + " (environment): "), below);
        assertTrue(below.endsWith(range), below);
        assertTrue(above.startsWith(name + "=" + tooMuch + " (environment): "), above);
        assertTrue(above.endsWith(range), above);
    }

    @ParameterizedTest
    @CsvSource({"abc", "1.5", "-1", "+1", "1e3", "0x10", "1_000", "١", "10s", "' 1 0 '"})
    void what_is_no_plain_whole_number_is_a_fault(String value) {
        String fault =
                Setup.complete(directory).env("MATOMO_MAX_ATTEMPTS", value).fault();

        assertEquals(
                "MATOMO_MAX_ATTEMPTS=" + value
                        + " (environment): not a number of attempts; a whole number from 1 to 20",
                fault);
    }

    @Test
    void blanks_and_a_windows_line_end_around_a_number_do_no_harm() {
        Config config =
                Setup.complete(directory).env("MATOMO_MAX_ATTEMPTS", " 7\r\n").load();

        assertEquals(7, config.matomo().maxAttempts());
    }

    @Test
    void file_that_is_not_there_is_a_fault() {
        assertEquals(
                "MATOMO_CA_FILE=ca.pem (environment): no such file; a file that can be read",
                Setup.complete(directory).env("MATOMO_CA_FILE", "ca.pem").fault());
    }

    @Test
    void tilde_in_a_path_is_said_to_stay_as_it_is() {
        assertEquals(
                "MATOMO_CA_FILE=~/ca.pem (.env:1): no such file; ~ is not expanded here; a file that can be read",
                Setup.complete(directory)
                        .file(".env", "MATOMO_CA_FILE=~/ca.pem")
                        .fault());
    }

    @Test
    void relative_path_starts_from_the_working_directory() {
        Config config = Setup.complete(directory)
                .file("tls/ca.pem", "")
                .env("MATOMO_CA_FILE", "tls/ca.pem")
                .load();

        assertEquals(directory.resolve("tls/ca.pem"), config.matomo().caFile());
    }
}
