package io.opalmind.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
    @TempDir
    Path directory;

    private Setup withoutToken() {
        return Setup.complete(directory).without("MATOMO_TOKEN");
    }

    /** A file of a token as it should be, readable by its owner alone. */
    private Setup withFile(String text) throws Exception {
        Setup setup = withoutToken().file("token", text).env("MATOMO_TOKEN_FILE", "token");
        Files.setPosixFilePermissions(directory.resolve("token"), PosixFilePermissions.fromString("rw-------"));
        return setup;
    }

    private static String token(Config config) {
        return config.matomo().token().reveal();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "abc\n", "abc\r\n", "\uFEFFabc\n"})
    void file_holds_the_token_in_one_line(String text) throws Exception {
        Config config = withFile(text).load();

        assertEquals("abc", token(config));
        assertEquals(List.of(), config.warnings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n"})
    void empty_file_is_a_fault(String text) throws Exception {
        assertEquals(
                "MATOMO_TOKEN_FILE=token (environment): is empty; a file whose one line is the secret",
                withFile(text).fault());
    }

    @Test
    void file_of_several_lines_is_a_fault() throws Exception {
        assertEquals(
                "MATOMO_TOKEN_FILE=token (environment): holds several lines; a file whose one line is the secret",
                withFile("hunter2\nhunter3\n").fault());
    }

    @Test
    void file_that_is_missing_is_a_fault() {
        assertEquals(
                "MATOMO_TOKEN_FILE=none (environment): no such file; a file whose one line is the secret",
                withoutToken().env("MATOMO_TOKEN_FILE", "none").fault());
    }

    @Test
    void endless_file_is_a_fault() {
        String fault = withoutToken().env("MATOMO_TOKEN_FILE", "/dev/zero").fault();

        assertTrue(fault.startsWith("MATOMO_TOKEN_FILE=/dev/zero (environment): larger than 64 KB"), fault);
    }

    @Test
    void token_given_in_place_of_its_file_is_not_shown() {
        String fault = withoutToken().env("MATOMO_TOKEN_FILE", Setup.TOKEN).fault();

        assertTrue(fault.startsWith("MATOMO_TOKEN_FILE (environment): no such file"), fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunt er2", "hunter2\n", "hunter2\r", "hünter2", " hunter2", "hunter2\u007f", "\thunter2"})
    void token_with_a_character_that_no_token_has_is_a_fault(String token) {
        assertEquals(
                "MATOMO_TOKEN (environment): not a token; letters and digits without a blank, a line end or any other"
                        + " character",
                withoutToken().env("MATOMO_TOKEN", token).fault());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-r--r--"})
    void file_that_others_may_use_is_warned_of(String permissions) throws Exception {
        Setup setup = withFile("abc\n");
        Files.setPosixFilePermissions(directory.resolve("token"), PosixFilePermissions.fromString(permissions));

        assertEquals(
                List.of("MATOMO_TOKEN_FILE (environment): other users can read the token in token; chmod 600 token"),
                setup.warnings());
    }

    @Test
    void option_wins_without_a_warning() throws Exception {
        Setup setup = withFile("from-file\n").env("MATOMO_TOKEN", "from-environment");

        ConfigOptions options = Setup.tokenFile("token");
        assertEquals("from-file", token(setup.load(options)));
        assertEquals(List.of(), setup.load(options).warnings());
    }

    @Test
    void within_one_place_the_token_wins_over_its_file_with_a_warning() throws Exception {
        Config config =
                withFile("from-file\n").env("MATOMO_TOKEN", "from-environment").load();

        assertEquals("from-environment", token(config));
        assertEquals(
                List.of("MATOMO_TOKEN (environment) and MATOMO_TOKEN_FILE (environment) are both set; MATOMO_TOKEN is"
                        + " used. Remove the other."),
                config.warnings());
    }

    @Test
    void place_of_higher_precedence_wins_over_the_kind() throws Exception {
        Config config = withFile("from-file\n")
                .file(".env", "MATOMO_TOKEN=from-env-file\n")
                .load();

        assertEquals("from-file", token(config));
        assertEquals(
                List.of("MATOMO_TOKEN (.env:1) and MATOMO_TOKEN_FILE (environment) are both set; MATOMO_TOKEN_FILE is"
                        + " used. Remove the other."),
                config.warnings());
    }

    @Test
    void dash_is_the_first_line_of_standard_input_and_leaves_the_rest() throws Exception {
        ByteArrayInputStream stdin = new ByteArrayInputStream("abc\r\n{\"hit\":1}\n".getBytes(StandardCharsets.UTF_8));
        ConfigLoader loader = new ConfigLoader(Map.of("MATOMO_BASE_URL", "https://m.example"), directory, stdin);

        assertEquals("abc", token(loader.load(Setup.tokenFile("-"))));
        assertEquals("{\"hit\":1}\n", new String(stdin.readAllBytes(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "  \nabc\n"})
    void empty_standard_input_is_a_fault(String stdin) {
        assertEquals(
                "MATOMO_TOKEN_FILE=- (option --token-file): no token on standard input; its first line is the token",
                withoutToken().stdin(stdin).fault(Setup.tokenFile("-")));
    }

    @Test
    void dash_in_the_variable_is_a_file_of_that_name() {
        assertEquals(
                "MATOMO_TOKEN_FILE=- (environment): no such file; a file whose one line is the secret",
                withoutToken().stdin("abc\n").env("MATOMO_TOKEN_FILE", "-").fault());
    }

    @Test
    void secret_that_landed_in_another_variable_is_not_shown() {
        List<String> faults = Setup.complete(directory)
                .env("MATOMO_TOKEN", "hunter2")
                .env("MATOMO_DEFAULT_SITE_ID", "hunter2")
                .env("REDIS_PASSWORD", "hunter3")
                .env("CACHE_TTL_MS", "xhunter3x")
                .env("MATOMO_MAX_ATTEMPTS", "token=" + Setup.TOKEN)
                .faults();

        assertEquals(3, faults.size(), faults::toString);
        assertFalse(faults.toString().contains("hunter"), faults::toString);
        assertFalse(faults.toString().contains(Setup.TOKEN), faults::toString);
    }
}
