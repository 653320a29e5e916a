package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code track import}, as scripts see it. */
class ImportCommandTest {
    private static final String LINES = """
            {"url":"https://example.com/1"}
            {"url":"https://example.com/2","actionName":"Two"}
            {"category":"Video","action":"play","url":"https://example.com/3"}
            """;

    @TempDir
    Path home;

    private FakeMatomo matomo;
    private RunCli shell;

    @BeforeEach
    void open() {
        matomo = FakeMatomo.recorded();
        shell = RunCli.with(matomo, home);
    }

    @AfterEach
    void close() {
        matomo.close();
    }

    private static JsonNode json(Outcome outcome) throws IOException {
        return new ObjectMapper().readTree(outcome.bytes());
    }

    @Test
    void file_is_delivered_and_summed_up() throws IOException {
        Outcome outcome = shell.file("hits.ndjson", LINES).run("track", "import", "hits.ndjson");
        outcome.exits(0);
        JsonNode summary = json(outcome);
        assertEquals(3, summary.get("lines").asInt());
        assertEquals(3, summary.get("delivered").asInt());
        assertEquals(0, summary.get("refused").asInt());
        assertEquals(0, summary.get("duplicate").asInt());
        assertEquals(0, summary.get("unknown").asInt());
        assertEquals(0, summary.get("possiblyDoubled").asInt());
        assertTrue(summary.get("seconds").isNumber());
        assertTrue(summary.get("rate").isNumber());
        assertEquals("", outcome.stderr());
        assertEquals(3, matomo.hits().size());
        assertEquals("Two", matomo.hits().get(1).get("action_name"));
        assertEquals("Video", matomo.hits().get(2).get("e_c"));
        assertEquals("1", matomo.hits().get(0).get("idsite"));
    }

    @Test
    void refused_lines_make_it_partly_done() throws IOException {
        Outcome outcome = shell.file("hits", LINES + "{\"category\":\"Video\"}\n")
                .run("track", "import", "hits", "--rejects", "refused");
        outcome.exits(9);
        assertEquals(1, json(outcome).get("refused").asInt());
        List<String> refused = Files.readAllLines(shell.path("refused"));
        assertEquals(1, refused.size());
        assertEquals(4, new ObjectMapper().readTree(refused.get(0)).get("line").asInt());
        assertEquals(
                "{\"category\":\"Video\"}",
                new ObjectMapper().readTree(refused.get(0)).get("text").asText());
    }

    @Test
    void reasons_are_warnings_where_no_file_takes_them() {
        Outcome outcome = shell.file("hits", "url=here&idsite=1\n").run("track", "import", "hits");
        outcome.exits(9);
        assertTrue(outcome.stderr().startsWith("opalmind: warning: Line 1: url "), outcome.stderr());
    }

    @Test
    void second_import_of_a_file_sends_nothing_and_exits_as_the_first() {
        RunCli ready = shell.file("hits", LINES + "{\"url\":\"x\"}\n");
        ready.run("track", "import", "hits").exits(9);
        Outcome again = ready.run("track", "import", "hits");
        again.exits(9);
        assertTrue(again.stderr().contains("was imported before"), again.stderr());
        assertEquals(3, matomo.hits().size());
        ready.run("track", "import", "hits", "--restart").exits(9);
        assertEquals(6, matomo.hits().size());
    }

    @Test
    void changed_file_is_a_usage_error() {
        shell.file("hits", LINES).run("track", "import", "hits").exits(0);
        Outcome outcome =
                shell.file("hits", "{\"url\":\"https://example.com/9\"}\n").run("track", "import", "hits");
        outcome.exits(2);
        assertTrue(outcome.stderr().contains("--restart"), outcome.stderr());
    }

    @Test
    void missing_file_is_a_usage_error() {
        Outcome outcome = shell.run("track", "import", "nothing");
        outcome.exits(2);
        assertTrue(outcome.stderr().contains("no such file or directory"), outcome.stderr());
        shell.run("track", "import").exits(2);
    }

    @Test
    void impossible_options_are_usage_errors() {
        RunCli ready = shell.file("hits", LINES);
        ready.run("track", "import", "hits", "--parallel", "33").exits(2);
        ready.run("track", "import", "hits", "--batch", "0").exits(2);
        ready.run("track", "import", "hits", "--rate", "0").exits(2);
        ready.run("track", "import", "hits", "--input", "xml").exits(2);
        ready.run("track", "import", "hits", "--journal", "x").exits(2);
        ready.run("track", "import", "hits", "--on-unknown", "x").exits(2);
        assertEquals(List.of(), matomo.requests());
    }

    @Test
    void standard_input_is_read() {
        Outcome outcome = shell.stdin("idsite,url\n1,https://example.com/1\n").run("track", "import", "-");
        outcome.exits(0);
        assertEquals(1, matomo.hits().size());
    }

    @Test
    void matomo_that_is_gone_is_exit_6_and_the_same_command_goes_on() {
        RunCli ready = shell.file("hits", LINES);
        matomo.failWhen(request -> request.path().endsWith("matomo.php"), Faults.status(503));
        Outcome outcome = ready.run("track", "import", "hits");
        outcome.exits(6);
        assertTrue(outcome.stderr().contains("goes on from there"), outcome.stderr());
        matomo.heal();
        ready.run("track", "import", "hits").exits(0);
        assertEquals(3, matomo.hits().size());
    }

    @Test
    void rate_limit_with_a_long_wait_is_exit_7() {
        matomo.failWhen(request -> request.path().endsWith("matomo.php"), Faults.tooManyRequests(Duration.ofHours(1)));
        shell.file("hits", LINES).run("track", "import", "hits").exits(7);
    }

    @Test
    void dry_run_sends_nothing_and_asks_for_goals() {
        Outcome outcome = shell.file("hits", LINES + "{\"goalId\":99,\"url\":\"https://example.com/\"}\n")
                .run("track", "import", "hits", "--dry-run");
        outcome.exits(9);
        assertTrue(outcome.stderr().contains("no such goal"), outcome.stderr());
        assertEquals(0, matomo.hits().size());
        assertFalse(Files.exists(shell.state().resolve("imports")));
    }

    @Test
    void keys_are_honoured_over_imports_and_single_hits() throws IOException {
        shell.run("track", "pageview", "--url", "https://example.com/1", "--idempotency-key", "a")
                .exits(0);
        Outcome outcome = shell.file("hits.csv", "id,url\na,https://example.com/1\nb,https://example.com/2\n")
                .run("track", "import", "hits.csv", "--key-field", "id");
        outcome.exits(0);
        assertEquals(1, json(outcome).get("delivered").asInt());
        assertEquals(1, json(outcome).get("duplicate").asInt());
        assertEquals(2, matomo.hits().size());
    }

    @Test
    void token_in_a_line_is_neither_sent_nor_written_down() throws IOException {
        String line = "idsite=1&url=nowhere&token_auth=" + FakeMatomo.SECURE_TOKEN + "\n";
        shell.file("hits", line)
                .run("track", "import", "hits", "--rejects", "refused")
                .exits(9);
        assertFalse(Files.readString(shell.path("refused")).contains(FakeMatomo.SECURE_TOKEN));
        assertTrue(Files.readString(shell.path("refused")).contains("token_auth=***"));
    }

    @Test
    void terminal_sees_how_far_it_has_come() {
        Outcome outcome = shell.terminal(80).file("hits", LINES).run("track", "import", "hits", "--json");
        outcome.exits(0);
        assertTrue(outcome.stderr().startsWith("opalmind: 1 lines, 1 delivered, 0 refused"), outcome.stderr());
        assertTrue(outcome.stderr().contains("opalmind: 3 lines, 3 delivered, 0 refused"), outcome.stderr());
        assertTrue(outcome.stderr().endsWith("\n"), outcome.stderr());
    }

    @Test
    void progress_is_lines_off_a_terminal_and_nothing_unless_asked_for() {
        Outcome outcome = shell.file("hits", LINES).run("track", "import", "hits", "--progress");
        assertTrue(outcome.stderr().startsWith("opalmind: 1 lines, 1 delivered"), outcome.stderr());
    }
}
