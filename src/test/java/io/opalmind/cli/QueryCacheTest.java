package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opalmind.matomo.ReportName;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoExtension;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the cache does for a user: the local store, with Matomo counting who asks. */
@ExtendWith(MatomoExtension.class)
class QueryCacheTest {
    private static final String[] PAGES = {"query", "popular-urls", "--date", "yesterday", "--all"};

    @TempDir
    Path home;

    @Test
    void second_query_is_served_from_the_cache(FakeMatomo matomo) {
        RunCli shell = RunCli.with(matomo, home);
        String first = shell.run(PAGES).exits(0).saysNothing().stdout();
        shell.run(PAGES).exits(0).saysNothing().prints(first);
        assertEquals(1, matomo.requests().size());
    }

    @ParameterizedTest
    @EnumSource(value = ReportName.class, mode = EnumSource.Mode.EXCLUDE, names = "FUNNEL_SUMMARY")
    void cached_report_prints_what_the_fresh_one_printed(ReportName report, FakeMatomo matomo) {
        for (String date : List.of("yesterday", "last7")) {
            for (String format : List.of("json", "table", "csv")) {
                // Each format starts with a fresh answer: the formats share their entries.
                RunCli shell = RunCli.with(matomo, home.resolve(date + format));
                String[] query = {"query", report.label(), "--date", date, "-f", format};
                Outcome fresh = shell.run(query).exits(0);
                int asked = matomo.requests().size();
                Outcome cached = shell.run(query).exits(0).prints(fresh.stdout());
                assertEquals(fresh.stderr(), cached.stderr());
                assertEquals(asked, matomo.requests().size(), report + " " + date + " " + format);
            }
        }
    }

    @Test
    void cached_report_is_served_while_matomo_is_away(FakeMatomo matomo) {
        RunCli shell = RunCli.with(matomo, home);
        String first = shell.run("query", "goal-conversions", "--date", "yesterday")
                .exits(0)
                .stdout();
        matomo.refuseConnections();
        shell.run("query", "goal-conversions", "--date", "yesterday")
                .exits(0)
                .saysNothing()
                .prints(first);
        shell.run("query", "campaigns", "--date", "yesterday").exits(6).printsNothing();
    }

    @Test
    void no_cache_neither_reads_nor_writes(FakeMatomo matomo) {
        RunCli shell = RunCli.with(matomo, home);
        shell.run(with(PAGES, "--no-cache")).exits(0);
        shell.run(PAGES).exits(0);
        assertEquals(2, matomo.requests().size());
        shell.run(with(PAGES, "--no-cache")).exits(0);
        assertEquals(3, matomo.requests().size());
    }

    @Test
    void refresh_asks_and_renews(FakeMatomo matomo) {
        RunCli shell = RunCli.with(matomo, home);
        shell.run(PAGES).exits(0);
        matomo.answer("Actions.getPageUrls", "[{\"label\":\"/new\",\"nb_visits\":1}]");
        shell.run(with(PAGES, "--refresh")).exits(0).prints("[{\"label\":\"/new\",\"nb_visits\":1}]\n");
        shell.run(PAGES).exits(0).prints("[{\"label\":\"/new\",\"nb_visits\":1}]\n");
        assertEquals(2, matomo.requests().size());
    }

    @Test
    void time_to_live_of_zero_switches_the_cache_off(FakeMatomo matomo) {
        RunCli shell = RunCli.with(matomo, home).env("CACHE_TTL_MS", "0");
        shell.run(PAGES).exits(0);
        shell.run(PAGES).exits(0);
        assertEquals(2, matomo.requests().size());
    }

    @ParameterizedTest
    @CsvSource({"59, 1", "61, 2"})
    void cached_report_lives_a_minute(int secondsLater, int requests, FakeMatomo matomo) {
        Clock now = Clock.fixed(Instant.now(), ZoneOffset.UTC);
        RunCli shell = RunCli.with(matomo, home);
        shell.at(now).run(PAGES).exits(0);
        shell.at(Clock.offset(now, Duration.ofSeconds(secondsLater))).run(PAGES).exits(0);
        assertEquals(requests, matomo.requests().size());
    }

    @Test
    void answer_of_another_user_is_not_served(FakeMatomo matomo) {
        RunCli shell = RunCli.with(matomo, home);
        String first = shell.run(PAGES).exits(0).stdout();
        Outcome viewer = shell.env("MATOMO_TOKEN", FakeMatomo.VIEWER_TOKEN).run(PAGES);
        viewer.exits(0).prints(first).saysOneLineWith("warning: ", "another Matomo or another user's token");
        assertEquals(2, matomo.requests().size());
    }

    @Test
    void what_differs_is_cached_apart(FakeMatomo matomo) {
        RunCli shell = RunCli.with(matomo, home);
        List<String[]> queries = List.of(
                new String[] {"query", "popular-urls", "--date", "yesterday"},
                new String[] {"query", "popular-urls", "--date", "yesterday", "--limit", "3"},
                new String[] {"query", "popular-urls", "--date", "yesterday", "--limit", "3", "--sort", "nb_hits"},
                new String[] {"query", "popular-urls", "--date", "today"},
                new String[] {"query", "entry-pages", "--date", "yesterday"});
        queries.forEach(query -> shell.run(query).exits(0));
        assertEquals(queries.size(), matomo.requests().size());
    }

    @Test
    void error_is_not_cached(FakeMatomo matomo) {
        RunCli shell = RunCli.with(matomo, home);
        shell.run("query", "popular-urls", "--date", "yesterday", "--segment", "nonsense")
                .exits(5);
        shell.run("query", "popular-urls", "--date", "yesterday", "--segment", "nonsense")
                .exits(5);
        assertEquals(2, matomo.requests().size());
    }

    private static String[] with(String[] args, String more) {
        List<String> all = new ArrayList<>(List.of(args));
        all.add(more);
        return all.toArray(String[]::new);
    }
}
