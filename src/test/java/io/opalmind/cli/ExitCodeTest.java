package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.Fault;
import io.opalmind.testing.matomo.Faults;
import io.opalmind.testing.matomo.MatomoExtension;
import io.opalmind.testing.matomo.MatomoExtension.Tls;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The exit codes of the contract that a query can end in, each with its one line on standard error and no data. */
@ExtendWith(MatomoExtension.class)
class ExitCodeTest {
    private static final String[] PAGES = {"query", "popular-urls", "--date", "yesterday"};

    @TempDir
    Path home;

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Faults.status(401), 4, "HTTP 401"),
                Arguments.of(Faults.status(403), 4, "HTTP 403"),
                Arguments.of(Faults.status(500), 6, "HTTP 500"),
                Arguments.of(Faults.status(503), 6, "HTTP 503"),
                Arguments.of(Faults.status(408), 6, "HTTP 408"),
                Arguments.of(Faults.status(404), 6, "HTTP 404: an HTML page"),
                Arguments.of(Faults.status(400), 6, "HTTP 400: an HTML page"),
                Arguments.of(Faults.tooManyRequests(), 7, "HTTP 429"),
                Arguments.of(Faults.tooManyRequests(Duration.ofHours(1)), 7, "come back in 3600 s"),
                Arguments.of(Faults.rateLimit(10, 0, 1800), 7, "come back in 1800 s"),
                Arguments.of(Faults.closeBeforeHeaders(), 6, "Matomo at 127.0.0.1:PORT"),
                Arguments.of(Faults.cutBody(), 6, "cut short"),
                Arguments.of(Faults.chunkedWithoutLastChunk(), 6, "Matomo at 127.0.0.1:PORT"),
                Arguments.of(Faults.signInPage(), 6, "an HTML sign-in page"),
                Arguments.of(Faults.emptyBody(), 6, "answered with nothing"),
                Arguments.of(Faults.noJson(), 6, "answered with 'WARNING"),
                Arguments.of(Faults.truncatedJson(), 6, "damaged or cut short"),
                Arguments.of(Faults.redirectToItself(302), 6, "redirects in a circle"),
                Arguments.of(Faults.redirectToHost(302, URI.create("http://192.0.2.1/")), 6, "the token is not sent"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void each_fault_of_the_server_has_its_code_and_one_line(Fault fault, int code, String says, FakeMatomo matomo) {
        matomo.failAlways(fault);
        RunCli.with(matomo, home)
                .env("MATOMO_MAX_ATTEMPTS", "1")
                .run(PAGES)
                .exits(code)
                .printsNothing()
                .saysOneLineWith(says);
    }

    @Test
    void server_that_never_answers_is_6(FakeMatomo matomo) {
        matomo.failAlways(Faults.neverAnswer());
        RunCli.with(matomo, home)
                .env("MATOMO_MAX_ATTEMPTS", "1")
                .env("MATOMO_TIMEOUT_MS", "300")
                .run(PAGES)
                .exits(6)
                .printsNothing()
                .saysOneLineWith("did not answer within 300 ms");
    }

    @Test
    void fault_that_passes_is_not_noticed(FakeMatomo matomo) {
        String healthy = RunCli.with(matomo, home.resolve("a")).run(PAGES).stdout();
        matomo.failNext(1, Faults.status(502)).failNext(1, Faults.closeBeforeHeaders());
        Outcome outcome = RunCli.with(matomo, home.resolve("b")).run(PAGES).exits(0);
        outcome.prints(healthy);
        assertEquals(4, matomo.requests().size());
    }

    @Test
    void report_that_matomo_does_not_have_is_5(FakeMatomo matomo) {
        RunCli.with(matomo, home)
                .run("query", "funnel-summary", "--funnel", "1", "--date", "yesterday")
                .exits(5)
                .printsNothing()
                .saysOneLineWith("refused Funnels.getFunnel: The plugin Funnels is not enabled");
    }

    @Test
    void site_that_matomo_does_not_have_is_5(FakeMatomo matomo) {
        RunCli.with(matomo, home)
                .run("query", "popular-urls", "--date", "yesterday", "--site", "77")
                .exits(5)
                .printsNothing()
                .saysOneLineWith("refused Actions.getPageUrls", "'77'");
    }

    @Test
    void bad_segment_is_5(FakeMatomo matomo) {
        RunCli.with(matomo, home)
                .run("query", "popular-urls", "--date", "yesterday", "--segment", "nonsense")
                .exits(5)
                .printsNothing()
                .saysOneLineWith("The segment condition 'nonsense' is not valid. Try 'opalmind help segments'.");
    }

    @Test
    void unknown_token_is_4(FakeMatomo matomo) {
        RunCli.with(matomo, home)
                .env("MATOMO_TOKEN", FakeMatomo.BAD_TOKEN)
                .run(PAGES)
                .exits(4)
                .printsNothing()
                .saysOneLineWith("Matomo at 127.0.0.1:PORT", "Check MATOMO_TOKEN");
        assertEquals(1, matomo.requests().size(), "a refused token must not be sent again");
    }

    @Test
    void site_that_the_token_may_not_see_is_4(FakeMatomo matomo) {
        RunCli.with(matomo, home)
                .env("MATOMO_TOKEN", FakeMatomo.VIEWER_TOKEN)
                .run("query", "popular-urls", "--date", "yesterday", "--site", "2")
                .exits(4)
                .printsNothing()
                .saysOneLineWith("Matomo", "Check MATOMO_TOKEN");
    }

    @Test
    void lockout_is_7_and_nothing_is_sent_for_an_hour(FakeMatomo matomo) {
        Clock now = Clock.systemUTC();
        RunCli shell = RunCli.with(matomo, home).at(now);
        lockOut(matomo);
        shell.run(PAGES).exits(7).printsNothing().saysOneLineWith("locked this address out", "--force");
        int sent = matomo.requests().size();
        shell.at(Clock.offset(now, Duration.ofMinutes(59)))
                .run(PAGES)
                .exits(7)
                .saysOneLineWith("nothing is sent before");
        assertEquals(sent, matomo.requests().size());
        matomo.forgetLogins();
        shell.at(Clock.offset(now, Duration.ofMinutes(61))).run(PAGES).exits(0);
    }

    @Test
    void force_sends_in_spite_of_a_lockout(FakeMatomo matomo) {
        RunCli shell = RunCli.with(matomo, home);
        lockOut(matomo);
        shell.run(PAGES).exits(7);
        matomo.forgetLogins();
        shell.run(PAGES).exits(7);
        shell.run("query", "popular-urls", "--date", "yesterday", "--force").exits(0);
    }

    /** As many refusals as Matomo takes, from other directories, so that this one remembers none of them. */
    private void lockOut(FakeMatomo matomo) {
        for (int i = 0; i < 21; i++) {
            RunCli.with(matomo, home.resolve("other" + i))
                    .env("MATOMO_TOKEN", FakeMatomo.BAD_TOKEN)
                    .run(PAGES)
                    .exits(4);
        }
    }

    @Test
    void server_that_is_not_there_is_6(FakeMatomo matomo) {
        matomo.refuseConnections();
        RunCli.with(matomo, home)
                .run(PAGES)
                .exits(6)
                .printsNothing()
                .saysOneLineWith("Matomo at 127.0.0.1:PORT is not reachable: Connection refused.");
    }

    @Test
    void certificate_of_an_unknown_authority_is_6(@Tls FakeMatomo matomo) {
        RunCli.with(matomo, home)
                .env("MATOMO_MAX_ATTEMPTS", "1")
                .run(PAGES)
                .exits(6)
                .printsNothing()
                .saysOneLineWith("MATOMO_CA_FILE");
        RunCli.with(matomo, home)
                .env("MATOMO_CA_FILE", matomo.caFile().toString())
                .run(PAGES)
                .exits(0);
    }

    @Test
    void answer_longer_than_the_limit_is_6(FakeMatomo matomo) {
        matomo.bigPageReport(5000);
        RunCli.with(matomo, home)
                .env("MATOMO_MAX_RESPONSE_MB", "1")
                .run("query", "popular-urls", "--all", "-f", "table")
                .exits(6)
                .printsNothing()
                .saysOneLineWith("MATOMO_MAX_RESPONSE_MB");
    }

    @Test
    void nothing_is_10_where_that_was_said_to_be_a_failure(@MatomoExtension.Dataset FakeMatomo matomo) {
        RunCli shell = RunCli.with(matomo, home);
        String[] nothing = {"query", "popular-urls", "--site", "2", "--date", "yesterday"};
        shell.run(nothing).exits(0).prints("[]\n");
        shell.run("query", "popular-urls", "--site", "2", "--date", "yesterday", "--fail-empty")
                .exits(10)
                .prints("[]\n")
                .saysNothing();
        shell.run("query", "popular-urls", "--site", "1", "--date", "yesterday", "--fail-empty")
                .exits(0);
    }

    @Test
    void bug_is_1_and_says_how_to_see_where(FakeMatomo matomo) {
        RunCli broken = RunCli.with(matomo, home).stdout(new BrokenStream());
        broken.run(PAGES).exits(1).saysOneLineWith("This is a bug in opalmind: ", "on purpose", "--stacktrace");
        Outcome traced = broken.run("query", "popular-urls", "--date", "yesterday", "--stacktrace");
        traced.exits(1).saysLineWith("    at io.opalmind.");
    }
}
