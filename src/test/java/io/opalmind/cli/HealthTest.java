package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.matomo.ReportName;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.Faults;
import io.opalmind.testing.matomo.MatomoExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found out of Matomo, the token, the cache and the site, and which exit code says so. */
@ExtendWith(MatomoExtension.class)
class HealthTest {
    private static final String LOCKED_OUT =
            "{\"result\":\"error\",\"message\":\"Too many failed logins, please try again later.\"}";

    @TempDir
    Path home;

    private RunCli shell;

    @BeforeEach
    void open(FakeMatomo matomo) {
        shell = RunCli.with(matomo, home);
    }

    private static JsonNode check(Outcome outcome, String name) {
        for (JsonNode check : outcome.json().get("checks")) {
            if (check.get("name").asText().equals(name)) {
                return check;
            }
        }
        throw new AssertionError(name + " is missing in " + outcome.stdout());
    }

    private static void found(Outcome outcome, String name, String status, String... words) {
        JsonNode check = check(outcome, name);
        assertEquals(status, check.get("status").asText(), check::toString);
        for (String word : words) {
            assertTrue(check.get("output").asText().contains(word), () -> word + " is missing in " + check);
        }
    }

    private static List<String> names(Outcome outcome) {
        List<String> names = new ArrayList<>();
        outcome.json()
                .get("checks")
                .forEach(check -> names.add(check.get("name").asText()));
        return names;
    }

    private static void is(Outcome outcome, String status, int code) {
        outcome.exits(code).saysNothing();
        assertEquals(status, outcome.json().get("status").asText());
    }

    /** With answers to what was not recorded: a visit a minute ago, all plugins but Funnels. */
    private static void answerDetails(FakeMatomo matomo) {
        long last = Instant.now().getEpochSecond() - 60;
        matomo.answer("Live.getLastVisitsDetails", "[{\"idVisit\":1,\"lastActionTimestamp\":" + last + "}]");
        matomo.on("API.isPluginActivated", params -> "{\"value\":" + !"Funnels".equals(params.get("pluginName")) + "}");
    }

    @Test
    void healthy_matomo_is_told_in_the_form_of_the_contract(FakeMatomo matomo) {
        Outcome outcome = shell.run("health");
        is(outcome, "healthy", 0);
        assertEquals(List.of("matomo-api", "token-auth", "reports-cache", "tracking-queue"), names(outcome));
        JsonNode check = check(outcome, "matomo-api");
        List<String> members = new ArrayList<>();
        check.fieldNames().forEachRemaining(members::add);
        assertEquals(
                List.of(
                        "name",
                        "status",
                        "componentType",
                        "observedValue",
                        "observedUnit",
                        "time",
                        "output",
                        "details"),
                members);
        assertEquals("ms", check.get("observedUnit").asText());
        assertEquals("5.0.2", check.get("details").get("version").asText());
        assertFalse(Instant.parse(check.get("time").asText()).isAfter(Instant.now()));
        assertEquals(1, matomo.requests().size(), "one bulk request for all of it");
    }

    @Test
    void details_ask_for_more_in_the_same_request(FakeMatomo matomo) {
        answerDetails(matomo);
        Outcome outcome = shell.run("health", "--details");
        is(outcome, "healthy", 0);
        assertEquals(
                List.of(
                        "matomo-api",
                        "token-auth",
                        "site-access",
                        "data-freshness",
                        "clock-skew",
                        "plugins",
                        "login-lockout",
                        "reports-cache",
                        "tracking-queue"),
                names(outcome));
        found(outcome, "token-auth", "pass", "2 sites", "more than needed");
        found(outcome, "site-access", "pass", "Site ID 1 accessible (Example Shop)");
        found(outcome, "plugins", "pass", "Funnels is not active, so there is no funnel-summary");
        assertEquals(1, matomo.requests().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6})
    void every_version_answers(int version, FakeMatomo matomo) {
        answerDetails(matomo);
        matomo.speakVersion(version);
        is(shell.run("health", "--details"), "healthy", 0);
        found(
                shell.env("MATOMO_TOKEN", FakeMatomo.BAD_TOKEN).run("health").exits(2),
                "token-auth",
                "fail",
                "refused the token");
    }

    @Test
    void viewer_has_no_more_rights_than_needed(FakeMatomo matomo) {
        answerDetails(matomo);
        Outcome outcome = shell.env("MATOMO_TOKEN", FakeMatomo.VIEWER_TOKEN).run("health", "--details");
        is(outcome, "healthy", 0);
        found(outcome, "token-auth", "pass", "1 site,");
        assertFalse(check(outcome, "token-auth").get("output").asText().contains("more than"), outcome.stdout());
    }

    @Test
    void matomo_that_is_not_there_is_unhealthy(FakeMatomo matomo) {
        matomo.refuseConnections();
        Outcome outcome = shell.run("health");
        is(outcome, "unhealthy", 2);
        found(outcome, "matomo-api", "fail", "is not reachable");
        found(outcome, "token-auth", "warn", "Not checked");
    }

    @Test
    void failure_is_not_hidden_by_trying_again(FakeMatomo matomo) {
        matomo.failNext(1, Faults.status(503));
        Outcome outcome = shell.run("health");
        is(outcome, "unhealthy", 2);
        found(outcome, "matomo-api", "fail", "503");
        assertEquals(1, matomo.requests().size());
    }

    @Test
    void matomo_that_hangs_costs_its_timeout(FakeMatomo matomo) {
        matomo.failAlways(Faults.neverAnswer());
        Outcome outcome = shell.env("MATOMO_TIMEOUT_MS", "300").run("health");
        is(outcome, "unhealthy", 2);
        found(outcome, "matomo-api", "fail", "300 ms");
    }

    @Test
    void what_is_no_matomo_is_unhealthy(FakeMatomo matomo) {
        matomo.failAlways(Faults.status(200, "text/html", "<html>hello</html>"));
        Outcome outcome = shell.run("health");
        is(outcome, "unhealthy", 2);
        found(outcome, "matomo-api", "fail", "No API answer");
    }

    @Test
    void old_matomo_is_a_warning(FakeMatomo matomo) {
        matomo.answer("API.getMatomoVersion", "{\"value\":\"3.14.1\"}");
        Outcome outcome = shell.run("health");
        is(outcome, "degraded", 1);
        found(outcome, "matomo-api", "warn", "3.14.1", "older than Matomo 4");
    }

    @Test
    void rate_limit_is_a_warning(FakeMatomo matomo) {
        matomo.failNext(1, Faults.tooManyRequests());
        is(shell.run("health"), "degraded", 1);
    }

    @Test
    void refused_token_is_unhealthy_though_matomo_answers() {
        Outcome outcome = shell.env("MATOMO_TOKEN", FakeMatomo.BAD_TOKEN).run("health");
        is(outcome, "unhealthy", 2);
        found(outcome, "matomo-api", "pass", "API responded in");
        found(outcome, "token-auth", "fail", "refused the token");
    }

    @Test
    void token_that_was_refused_ten_times_is_not_sent_again(FakeMatomo matomo) {
        RunCli bad = shell.env("MATOMO_TOKEN", FakeMatomo.BAD_TOKEN);
        for (int i = 0; i < 10; i++) {
            bad.run("health").exits(2);
        }
        Outcome outcome = bad.run("health", "--force");
        is(outcome, "unhealthy", 2);
        found(outcome, "matomo-api", "warn", "Not asked.");
        found(outcome, "token-auth", "fail", "it is not sent again");
        assertEquals(10, matomo.rejectedTokens());
        assertEquals(10, matomo.requests().size());
    }

    @Test
    void address_that_is_locked_out_sends_nothing(FakeMatomo matomo) {
        matomo.failNext(1, Faults.status(500, "application/json", LOCKED_OUT));
        found(shell.run("health").exits(2), "token-auth", "fail", "locked");
        Outcome outcome = shell.run("health", "--details");
        is(outcome, "unhealthy", 2);
        found(outcome, "token-auth", "fail", "nothing is sent before");
        found(outcome, "login-lockout", "fail", "nothing is sent before");
        found(outcome, "site-access", "warn", "Not checked");
        assertEquals(1, matomo.requests().size());
    }

    @Test
    void refusals_are_counted_with_details() {
        RunCli bad = shell.env("MATOMO_TOKEN", FakeMatomo.BAD_TOKEN);
        bad.run("health").exits(2);
        found(bad.run("health", "--details"), "login-lockout", "warn", "2 times");
    }

    @Test
    void token_without_any_site_is_unhealthy(FakeMatomo matomo) {
        matomo.answer("SitesManager.getSitesIdWithAtLeastViewAccess", "[]");
        Outcome outcome = shell.run("health");
        is(outcome, "unhealthy", 2);
        found(outcome, "token-auth", "fail", "may see no site");
    }

    @Test
    void site_that_the_token_may_not_see_is_unhealthy() {
        Outcome outcome = shell.env("MATOMO_TOKEN", FakeMatomo.VIEWER_TOKEN).run("health", "--site", "2");
        is(outcome, "unhealthy", 2);
        found(outcome, "site-access", "fail", "view");
        found(outcome, "token-auth", "pass");
    }

    @Test
    void site_may_be_named(FakeMatomo matomo) {
        shell.file("sites.json", "{\"shop\":1}");
        Outcome outcome = shell.env("SITE_MAPPING_PATH", "sites.json").run("health", "--site", "Shop");
        is(outcome, "healthy", 0);
        found(outcome, "site-access", "pass", "Site ID 1");
    }

    @Test
    void details_without_any_site_leave_its_checks_out(FakeMatomo matomo) {
        answerDetails(matomo);
        Outcome outcome = shell.unset("MATOMO_DEFAULT_SITE_ID").run("health", "--details");
        is(outcome, "healthy", 0);
        assertFalse(names(outcome).contains("site-access"));
    }

    @Test
    void data_that_is_a_day_old_is_a_warning(FakeMatomo matomo) {
        answerDetails(matomo);
        long last = Instant.now().minus(Duration.ofHours(49)).getEpochSecond();
        matomo.answer("Live.getLastVisitsDetails", "[{\"lastActionTimestamp\":\"" + last + "\"}]");
        Outcome outcome = shell.run("health", "--details");
        is(outcome, "degraded", 1);
        found(outcome, "data-freshness", "warn", "no visitor for 49 hours");
    }

    @Test
    void site_without_visits_is_a_warning(FakeMatomo matomo) {
        answerDetails(matomo);
        matomo.answer("Live.getLastVisitsDetails", "[]");
        found(shell.run("health", "--details").exits(1), "data-freshness", "warn", "has no visit");
    }

    @ParameterizedTest
    @ValueSource(ints = {-3600, 3600})
    void clock_that_is_an_hour_off_is_a_warning(int seconds, FakeMatomo matomo) {
        answerDetails(matomo);
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plusSeconds(seconds).atOffset(ZoneOffset.UTC));
        matomo.failAlways(Faults.healthyWithRateLimit(100, 99, 60).with("Date", date));
        Outcome outcome = shell.run("health", "--details");
        is(outcome, "degraded", 1);
        found(outcome, "clock-skew", "warn", seconds < 0 ? "behind" : "ahead");
    }

    @Test
    void plugin_that_a_report_needs_is_a_warning_where_it_is_off(FakeMatomo matomo) {
        answerDetails(matomo);
        matomo.on("API.isPluginActivated", params -> "{\"value\":" + !"Events".equals(params.get("pluginName")) + "}");
        found(
                shell.run("health", "--details").exits(1),
                "plugins",
                "warn",
                "Events is not active, so there is no events, event-categories.");
        matomo.answer("API.isPluginActivated", "{\"value\":false}");
        String nothing = check(shell.run("health", "--details").exits(1), "plugins")
                .get("output")
                .asText();
        for (ReportName report : ReportName.values()) {
            assertTrue(
                    nothing.contains(" " + report.label() + ".") || nothing.contains(" " + report.label() + ","),
                    nothing);
        }
    }

    @Test
    void hit_rate_is_judged_over_all_invocations() {
        RunCli strict = shell.env("MATOMO_CACHE_SAMPLE_SIZE", "4");
        for (int i = 0; i < 3; i++) {
            strict.run("query", "popular-urls", "--date", "yesterday").exits(0);
        }
        found(strict.run("health").exits(0), "reports-cache", "pass", "66.7% (2/3", "too few to judge");
        strict.run("query", "popular-urls", "--date", "yesterday").exits(0);
        found(strict.run("health").exits(0), "reports-cache", "pass", "75.0% (3/4");
        found(
                strict.env("MATOMO_CACHE_WARN_HIT_RATE", "80").run("health").exits(1),
                "reports-cache",
                "warn",
                "below 80%");
        found(
                strict.env("MATOMO_CACHE_WARN_HIT_RATE", "90")
                        .env("MATOMO_CACHE_FAIL_HIT_RATE", "76")
                        .run("health")
                        .exits(2),
                "reports-cache",
                "fail",
                "below 76%");
    }

    @Test
    void undelivered_hits_are_counted(FakeMatomo matomo) {
        matomo.refuseConnections();
        shell.run("track", "event", "--category", "a", "--action", "b").exits(0);
        matomo.listenAgain();
        Outcome outcome = shell.run("health");
        found(outcome, "tracking-queue", "pass", "pending=1, inflight=0");
        assertEquals(1, check(outcome, "tracking-queue").get("observedValue").asInt());
        found(
                shell.env("MATOMO_QUEUE_WARN_PENDING", "1")
                        .env("MATOMO_QUEUE_FAIL_PENDING", "1")
                        .run("health")
                        .exits(2),
                "tracking-queue",
                "fail");
    }

    @Test
    void fail_on_unhealthy_lets_degraded_pass(FakeMatomo matomo) {
        matomo.answer("API.getMatomoVersion", "{\"value\":\"3.14.1\"}");
        is(shell.run("health", "--fail-on", "unhealthy"), "degraded", 0);
        is(shell.run("health", "--fail-on", "degraded"), "degraded", 1);
        matomo.refuseConnections();
        is(shell.run("health", "--fail-on", "unhealthy"), "unhealthy", 2);
    }

    @Test
    void what_keeps_it_from_finding_out_is_unknown(FakeMatomo matomo) {
        shell.run("health", "--no-such-option").exits(3).printsNothing();
        shell.run("health", "--fail-on", "sunday").exits(3).printsNothing().saysOneLineWith("degraded or unhealthy");
        shell.run("health", "-f", "csv").exits(3).printsNothing().saysOneLineWith("No format 'csv'");
        shell.run("health", "--site", "all").exits(3).printsNothing();
        shell.run("health", "--site", "nowhere").exits(3).printsNothing();
        shell.unset("MATOMO_TOKEN").run("health").exits(3).printsNothing();
        shell.env("MATOMO_QUEUE_WARN_PENDING", "many").run("health").exits(3).printsNothing();
        shell.run("health", "-o", "no/such/directory/file").exits(3).printsNothing();
        assertTrue(matomo.requests().size() <= 1, "asked before what was typed was looked at");
    }

    @Test
    void profile_may_have_the_name_of_a_command() {
        shell.run("--profile", "health", "query", "popular-urls").exits(3).saysLineWith("(option --profile)");
        shell.run("--env-file", "health", "query", "popular-urls", "--nosuch").exits(2);
    }

    @Test
    void deadline_is_unknown_too(FakeMatomo matomo) {
        matomo.failAlways(Faults.neverAnswer());
        List<Integer> codes = new ArrayList<>();
        shell.env("MATOMO_TIMEOUT_MS", "1500").exit(codes::add).run("health", "--deadline", "200ms");
        assertEquals(List.of(3), codes);
    }

    @Test
    void table_ends_with_the_verdict() {
        String table = shell.run("health", "-f", "table").exits(0).saysNothing().stdout();
        List<String> lines = table.lines().toList();
        assertEquals(6, lines.size(), table);
        assertTrue(lines.get(0).startsWith("check"), table);
        assertTrue(lines.get(5).startsWith("all") && lines.get(5).endsWith("healthy"), table);
    }

    @Test
    void help_names_the_exit_codes() {
        assertTrue(shell.run("health", "--help").exits(0).stdout().contains("0 healthy, 1 degraded, 2 unhealthy"));
    }
}
