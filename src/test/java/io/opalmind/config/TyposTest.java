package io.opalmind.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TyposTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "MATOMO_BASEURL, MATOMO_BASE_URL",
        "MATOMO_TOKN, MATOMO_TOKEN",
        "matomo_token, MATOMO_TOKEN",
        "REDIS_PASWORD, REDIS_PASSWORD",
        "CACHE_TTL_S, CACHE_TTL_MS",
    })
    void misspelt_variable_of_a_file_is_warned_of(String name, String meant) {
        List<String> warnings = Setup.complete(directory)
                .file(".env", "# first\n" + name + "=hunter2\n")
                .warnings();

        assertEquals(
                List.of(".env:2: " + name + " is not known and has no effect; did you mean " + meant + "?"), warnings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MATOMO_DATABASE_HOST", "REDIS_SERVICE_HOST", "DATABASE_URL", "MATOM_TOKEN", "NODE_ENV"})
    void variable_of_someone_else_is_not(String name) {
        assertEquals(
                List.of(), Setup.complete(directory).file(".env", name + "=1\n").warnings());
    }

    @Test
    void process_environment_is_not_searched() {
        assertEquals(
                List.of(), Setup.complete(directory).env("MATOMO_BASEURL", "x").warnings());
    }

    @Test
    void profile_is_searched_too() {
        Setup setup = Setup.complete(directory).profile("shop", "MATOMO_BASEURL=x\n");
        Path file = directory.resolve("home/.config/opalmind/shop.env");

        assertEquals(
                List.of(file + ":1: MATOMO_BASEURL is not known and has no effect; did you mean MATOMO_BASE_URL?"),
                setup.load(Setup.profile("shop")).warnings());
    }
}
