package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.Faults;
import io.opalmind.testing.matomo.MatomoExtension;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What standard error says, how much of it, and in which form. */
@ExtendWith(MatomoExtension.class)
class MessagesTest {
    private static final String CUT =
            "Only the first 2 rows of popular-urls of site 1 are shown; --limit N or --all gives more.";

    @TempDir
    Path home;

    @Test
    void success_is_silent(FakeMatomo matomo) {
        RunCli.with(matomo, home)
                .run("query", "key-numbers", "--date", "yesterday")
                .exits(0)
                .saysNothing();
    }

    @Test
    void quiet_keeps_warnings_back_and_errors_not(FakeMatomo matomo) {
        RunCli shell = RunCli.with(matomo, home);
        String[] cut = {"query", "popular-urls", "--date", "yesterday", "--limit", "2"};
        shell.run(cut).says("warning: " + CUT);
        shell.run("query", "popular-urls", "--date", "yesterday", "--limit", "2", "-q")
                .saysNothing();
        shell.run("--quiet", "query", "popular-urls", "--date", "yesterday", "--limit", "2")
                .saysNothing();
        shell.run("query", "popular-urls", "-q", "--site", "77")
                .exits(5)
                .saysOneLineWith("refused Actions.getPageUrls");
    }

    @Test
    void verbose_tells_of_a_second_attempt(FakeMatomo matomo) {
        RunCli shell = RunCli.with(matomo, home);
        matomo.failNext(1, Faults.status(502));
        shell.run("query", "top-referrers", "--date", "yesterday", "-v")
                .exits(0)
                .saysLineWith("attempt 2 of 3: ")
                .saysLineWith("HTTP 502");
        matomo.failNext(1, Faults.status(502));
        shell.run("query", "campaigns", "--date", "yesterday").exits(0).saysNothing();
    }

    @Test
    void messages_are_json_where_that_was_asked_for(FakeMatomo matomo) {
        RunCli shell = RunCli.with(matomo, home).at(Clock.fixed(Instant.parse("2026-11-24T20:00:00Z"), ZoneOffset.UTC));
        Outcome cut = shell.run("query", "popular-urls", "--date", "yesterday", "--limit", "2", "--log-format", "json");
        cut.exits(0);
        assertEquals(
                "{\"time\":\"2026-11-24T20:00:00Z\",\"level\":\"warning\",\"message\":\"" + CUT + "\"}\n",
                cut.stderr());
        List<JsonNode> faults = lines(shell.env("MATOMO_TOKEN", "")
                .env("CACHE_TTL_MS", "soon")
                .run("--log-format", "json", "query", "popular-urls")
                .exits(3));
        assertEquals(2, faults.size());
        faults.forEach(fault -> assertEquals("error", fault.get("level").asText()));
    }

    @Test
    void mistakes_on_the_command_line_are_json_wherever_that_was_asked_for(FakeMatomo matomo) {
        RunCli shell = RunCli.with(matomo, home);
        for (Outcome outcome : List.of(
                shell.run("query", "popular-urls", "--nosuch", "--log-format", "json"),
                shell.run("--log-format", "json", "query", "nosuch"),
                shell.run("query", "popular-urls", "--limit", "ten", "--log-format", "json"))) {
            assertEquals(1, lines(outcome.exits(2)).size());
        }
    }

    @Test
    void message_of_a_server_is_one_harmless_line(FakeMatomo matomo) {
        matomo.answer(
                "Actions.getPageUrls",
                "{\"result\":\"error\",\"message\":\"first\\nsecond \\u001b[31mred\\u001b[0m \\u202eevil\"}");
        Outcome outcome = RunCli.with(matomo, home).run("query", "popular-urls").exits(5);
        outcome.saysOneLineWith("refused Actions.getPageUrls: first second ", "red", "\\u202eevil");
        assertEquals(-1, outcome.stderr().indexOf('\u001b'));
    }

    @Test
    void message_of_a_server_that_quotes_the_token_is_shown_without_it(FakeMatomo matomo) {
        matomo.answer(
                "Actions.getPageUrls",
                "{\"result\":\"error\",\"message\":\"bad: token_auth=" + FakeMatomo.ADMIN_TOKEN + "&x, "
                        + FakeMatomo.ADMIN_TOKEN + "\"}");
        RunCli.with(matomo, home)
                .run("query", "popular-urls", "-v", "--stacktrace")
                .exits(5)
                .saysLineWith("bad: token_auth=***&x, ***");
    }

    @Test
    void stack_trace_comes_on_request_alone(FakeMatomo matomo) {
        RunCli shell = RunCli.with(matomo, home);
        shell.run("query", "popular-urls", "--site", "77").exits(5).saysOneLineWith("refused Actions.getPageUrls");
        Outcome traced = shell.run("query", "popular-urls", "--site", "77", "--stacktrace");
        traced.exits(5)
                .saysLineWith("    at io.opalmind.matomo.")
                .saysLineWith("refused Actions.getPageUrls: An unexpected website");
        assertTrue(traced.stdout().isEmpty());
    }

    private static List<JsonNode> lines(Outcome outcome) {
        return outcome.stderr().lines().map(MessagesTest::parsed).toList();
    }

    private static JsonNode parsed(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }
}
