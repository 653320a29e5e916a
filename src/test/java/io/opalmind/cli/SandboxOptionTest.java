package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --sandbox} on any command: a Matomo that computes, and nothing of the user's configuration. */
class SandboxOptionTest {
    @TempDir
    Path home;

    private RunCli shell;

    @BeforeEach
    void make() {
        shell = RunCli.without(home).at(ExamplesTest.CLOCK);
    }

    @Test
    void newcomer_without_matomo_sees_a_report() {
        JsonNode row = shell.run("--sandbox", "query", "popular-urls", "--period", "range", "--date", "last30")
                .exits(0)
                .json()
                .get(0);
        assertEquals("/product/bag-4", row.path("label").asText());
        assertEquals(30, row.path("nb_visits").asInt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--sandbox query key-numbers", "query --sandbox key-numbers", "query key-numbers --sandbox"})
    void option_takes_no_word_behind_it(String line) {
        shell.run(line.split(" ")).exits(0);
    }

    @Test
    void what_is_told_is_said_on_standard_error_and_not_to_the_quiet() {
        assertEquals(
                "opalmind: Sandbox: 2044 hits, the sample, moved so that its last day is yesterday, 2026-11-23.\n",
                shell.run("--sandbox", "query", "key-numbers").exits(0).stderr());
        assertEquals(
                "",
                shell.run("--sandbox", "query", "key-numbers", "-q").exits(0).stderr());
    }

    @Test
    void sites_are_found_by_name() {
        JsonNode blog = shell.run("--sandbox", "query", "key-numbers", "--site", "example blog", "--date", "2026-11-22")
                .exits(0)
                .json();
        assertEquals(6, blog.path("nb_visits").asInt());
    }

    @Test
    void nothing_of_the_configuration_counts() {
        shell.env("REDIS_HOST", "127.0.0.1")
                .env("REDIS_PORT", "1")
                .env("MATOMO_BASE_URL", "http://127.0.0.1:1/")
                .env("HTTP_PROXY", "http://127.0.0.1:1/")
                .file(".env", "MATOMO_TIMEOUT_MS=no number\nREDIS_TLS=true\n")
                .run("--sandbox", "-q", "query", "key-numbers")
                .exits(0);
        assertFalse(Files.exists(shell.state()));
    }

    @Test
    void folder_of_the_run_is_gone_afterwards() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        long before = count(temporary);
        Outcome sent = shell.run("--sandbox", "track", "pageview", "--url", "https://example.com/");
        assertEquals("delivered", sent.exits(0).json().path("outcome").asText());
        assertEquals(before, count(temporary));
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("opalmind-sandbox-"))
                    .count();
        }
    }

    @Test
    void file_of_hits_is_taken_as_it_is() {
        shell.file(
                "shop.ndjson",
                "{\"site\":{\"id\":7,\"name\":\"Hats\",\"ecommerce\":false,\"goals\":[{\"id\":3,\"name\":\"Checkout\"}]}}\n"
                        + "{\"idsite\":7,\"url\":\"https://hats.example/\",\"uid\":\"anna\",\"cdt\":1795514400}\n"
                        + "{\"idsite\":7,\"url\":\"https://hats.example/\",\"uid\":\"anna\",\"idgoal\":3,\"cdt\":1795514460}\n");
        Outcome goals = shell.run(
                "--sandbox=shop.ndjson", "query", "goal-conversions", "-f", "csv", "--columns=label,nb_conversions");
        assertEquals("label,nb_conversions\r\nCheckout,1\r\n", goals.exits(0).stdout());
        assertEquals("opalmind: Sandbox: 2 hits, hits of shop.ndjson.\n", goals.stderr());
    }

    @Test
    void hits_that_matomo_would_not_keep_are_told() {
        shell.file(
                "shop.ndjson",
                "{\"idsite\":1,\"url\":\"https://a.example/\"}\n{\"idsite\":1,\"e_c\":\"shop\",\"e_a\":\"\"}\n");
        String said = shell.run("--sandbox=shop.ndjson", "query", "key-numbers")
                .exits(0)
                .stderr();
        assertTrue(said.contains("Of 2 hits Matomo would keep 1; the first it would not is on line 2: "), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no.ndjson", "bad.ndjson", "/"})
    void file_that_is_none_of_hits_is_exit_2(String file) {
        shell.file("bad.ndjson", "{\"idsite\":1,\"url\":\"https://a.example/\"}\nurl,idsite\n");
        Outcome refused = shell.run("--sandbox=" + file, "query", "key-numbers").exits(2);
        assertTrue(refused.stderr().contains(file), refused.stderr());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--profile=shop", "--env-file=.env", "--token-file=token"})
    void another_configuration_beside_it_is_exit_2(String option) {
        Outcome refused = shell.run("--sandbox", option, "query", "key-numbers").exits(2);
        assertTrue(refused.stderr().contains("Leave out " + option.split("=")[0] + "."), refused.stderr());
    }

    @Test
    void inspect_redis_has_nothing_to_look_into() {
        Outcome refused = shell.run("--sandbox", "inspect-redis", "summary").exits(2);
        assertTrue(refused.stderr().contains("a sandbox has none"), refused.stderr());
    }

    @Test
    void what_is_not_computed_is_refused_and_names_the_page() {
        Outcome refused = shell.run("--sandbox", "-q", "query", "key-numbers", "--segment", "countryCode==de")
                .exits(5);
        assertTrue(refused.stderr().contains("docs/sandbox.md"), refused.stderr());
    }
}
