package io.opalmind.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
    @TempDir
    Path directory;

    private Path path(String name) {
        return directory.resolve("home/.config/opalmind").resolve(name);
    }

    @Test
    void option_wins_over_the_variable() {
        Setup setup = Setup.complete(directory)
                .profile("shop", "CACHE_TTL_MS=1\n")
                .profile("blog", "CACHE_TTL_MS=2\n")
                .env("OPALMIND_PROFILE", "shop");

        assertEquals(Duration.ofMillis(1), setup.load().cache().ttl());
        assertEquals(
                Duration.ofMillis(2), setup.load(Setup.profile("blog")).cache().ttl());
    }

    @Test
    void env_file_may_name_the_profile() {
        Setup setup =
                Setup.complete(directory).profile("shop", "CACHE_TTL_MS=1\n").file(".env", "OPALMIND_PROFILE=shop\n");

        assertEquals(Duration.ofMillis(1), setup.load().cache().ttl());
    }

    @Test
    void environment_may_name_the_env_file_and_the_option_wins() {
        Setup setup = Setup.complete(directory)
                .file(".env", "CACHE_TTL_MS=1\n")
                .file("other.env", "CACHE_TTL_MS=2\n")
                .env("OPALMIND_ENV_FILE", "other.env");

        assertEquals(Duration.ofMillis(2), setup.load().cache().ttl());
        assertEquals(
                Duration.ofMillis(1), setup.load(Setup.envFile(".env")).cache().ttl());
    }

    @Test
    void config_home_is_where_the_environment_says() {
        Setup setup = Setup.complete(directory)
                .env("XDG_CONFIG_HOME", directory.resolve("xdg").toString())
                .file("xdg/opalmind/shop.env", "CACHE_TTL_MS=1\n");

        assertEquals(
                Duration.ofMillis(1), setup.load(Setup.profile("shop")).cache().ttl());
    }

    @Test
    void relative_config_home_is_ignored_as_its_specification_asks() {
        Setup setup = Setup.complete(directory).env("XDG_CONFIG_HOME", "xdg").profile("shop", "CACHE_TTL_MS=1\n");

        assertEquals(
                Duration.ofMillis(1), setup.load(Setup.profile("shop")).cache().ttl());
    }

    @Test
    void missing_profile_is_named_with_its_path_and_those_that_there_are() {
        Setup setup = Setup.complete(directory).profile("shop", "").profile("blog", "");

        assertEquals(
                "OPALMIND_PROFILE=prod (option --profile): no file " + path("prod.env")
                        + "; profiles there are: blog, shop",
                setup.fault(Setup.profile("prod")));
    }

    @Test
    void missing_profile_is_said_to_be_the_first() {
        assertEquals(
                "OPALMIND_PROFILE=prod (environment): no file " + path("prod.env") + "; there are no profiles yet",
                Setup.complete(directory).env("OPALMIND_PROFILE", "prod").fault());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../shop", "/etc/passwd", "..", ".", "", "a/b", "a\u0000b"})
    void name_that_leaves_the_directory_is_refused(String name) {
        String fault = Setup.complete(directory).fault(Setup.profile(name));

        assertTrue(fault.endsWith(": not a name of a profile; a name without / and control characters"), fault);
    }

    @Test
    void profile_without_a_home_is_a_fault() {
        String fault = Setup.complete(directory).without("HOME").fault(Setup.profile("shop"));

        assertEquals(
                "OPALMIND_PROFILE=shop (option --profile): profiles are in ~/.config/opalmind, but HOME is not set;"
                        + " set HOME or XDG_CONFIG_HOME",
                fault);
    }
}
