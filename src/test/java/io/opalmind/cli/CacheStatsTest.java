package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoExtension;
import io.opalmind.testing.redis.Ports;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the cache did and holds, over several invocations, with files and with Redis. */
@ExtendWith({MatomoExtension.class, RedisExtension.class})
class CacheStatsTest {
    private static final String[] PAGES = {"query", "popular-urls", "--date", "yesterday"};

    @TempDir
    Path home;

    private RunCli shell;

    @BeforeEach
    void open(FakeMatomo matomo) {
        shell = RunCli.with(matomo, home).env("CACHE_TTL_MS", "600000");
    }

    private static JsonNode stats(RunCli shell, String... options) {
        String[] args = new String[options.length + 1];
        args[0] = "cache-stats";
        System.arraycopy(options, 0, args, 1, options.length);
        return shell.run(args).exits(0).saysNothing().json();
    }

    private static void missThenHitTwice(RunCli shell) {
        for (int i = 0; i < 3; i++) {
            shell.run(PAGES).exits(0);
        }
        shell.run("query", "campaigns", "--date", "yesterday").exits(0);
    }

    private static void counts(JsonNode part, int hits, int misses, int sets, int entries) {
        assertEquals(
                List.of(hits, misses, sets, 0, entries),
                List.of(
                        part.path("hits").asInt(-1),
                        part.path("misses").asInt(-1),
                        part.path("sets").asInt(-1),
                        part.path("staleEvictions").asInt(-1),
                        part.path("entries").asInt(-1)),
                part::toString);
    }

    private void countsOverInvocations(RunCli configured, String store) {
        missThenHitTwice(configured);
        JsonNode stats = stats(configured);
        counts(stats.get("total"), 2, 2, 2, 2);
        JsonNode features = stats.get("features");
        assertEquals("campaigns", features.get(0).get("feature").asText());
        assertEquals("popularUrls", features.get(1).get("feature").asText());
        counts(features.get(0), 0, 1, 1, 1);
        counts(features.get(1), 2, 1, 1, 1);
        assertEquals(50, stats.get("total").get("hitRate").asDouble());
        assertEquals(2, stats.get("total").get("requestsSaved").asInt());
        assertEquals(store, stats.get("store").asText());
        long left = stats.get("total").get("ttlMs").get("median").asLong();
        assertTrue(left > 300_000 && left <= 600_000, left + " ms");
        assertTrue(stats.get("total").get("bytes").asLong() > 500, stats::toString);
        assertTrue(stats.get("oldest").get("key").asText().contains("popularUrls"), stats::toString);
        assertTrue(stats.get("newest").get("key").asText().startsWith("{\"feature\":"), stats::toString);
    }

    @Test
    void files_are_counted_over_invocations() {
        countsOverInvocations(shell, "local");
    }

    @Test
    void redis_is_counted_over_invocations(RedisServer redis) {
        countsOverInvocations(shell.env(redis.settings()), "redis");
    }

    @Test
    void nothing_is_zeros() {
        JsonNode stats = stats(shell);
        counts(stats.get("total"), 0, 0, 0, 0);
        assertEquals(0, stats.get("features").size());
        assertTrue(stats.get("total").get("hitRate").isNull());
        assertTrue(stats.get("oldest").isNull());
    }

    @Test
    void needs_no_matomo() {
        stats(RunCli.without(home));
    }

    @Test
    void asking_costs_no_request_and_counts_nothing(FakeMatomo matomo) {
        missThenHitTwice(shell);
        int requests = matomo.requests().size();
        stats(shell);
        counts(stats(shell).get("total"), 2, 2, 2, 2);
        assertEquals(requests, matomo.requests().size());
    }

    @Test
    void redis_away_is_one_warning_and_zeros() {
        int port = Ports.refusing();
        JsonNode stats = shell.env("REDIS_HOST", "127.0.0.1")
                .env("REDIS_PORT", "" + port)
                .run("cache-stats")
                .exits(0)
                .saysOneLineWith("warning: Redis connection failed, falling back to in-memory storage", "refused")
                .json();
        counts(stats.get("total"), 0, 0, 0, 0);
        assertEquals("memory", stats.get("store").asText());
    }

    @Test
    void since_leaves_out_hours_before_it() {
        Instant day = Instant.parse("2026-11-24T20:30:00Z");
        RunCli then = shell.at(Clock.fixed(day, ZoneOffset.UTC));
        missThenHitTwice(then);
        RunCli later = shell.at(Clock.fixed(day.plus(Duration.ofHours(30)), ZoneOffset.UTC));
        JsonNode stats = stats(later, "--since", "24h");
        counts(stats.get("total"), 0, 0, 0, 0);
        assertEquals("2026-11-25T02:00:00Z", stats.get("since").asText());
        counts(stats(later, "--since", "2d").get("total"), 2, 2, 2, 0);
        assertFalse(stats(later).has("since"));
    }

    @ParameterizedTest
    @CsvSource({"36d", "841h", "soon", "0"})
    void since_that_makes_no_sense_is_refused(String since) {
        shell.run("cache-stats", "--since", since).exits(2).printsNothing().saysOneLineWith("--since");
    }

    private void beginsAnew(RunCli configured) {
        missThenHitTwice(configured);
        counts(stats(configured, "--reset").get("total"), 2, 2, 2, 2);
        counts(stats(configured).get("total"), 0, 0, 0, 2);
        configured.run(PAGES).exits(0);
        counts(stats(configured).get("total"), 1, 0, 0, 2);
    }

    @Test
    void reset_shows_the_counters_and_leaves_the_entries() {
        beginsAnew(shell);
    }

    @Test
    void reset_in_redis_too(RedisServer redis) {
        beginsAnew(shell.env(redis.settings()));
    }

    @Test
    void reset_that_cannot_be_done_is_no_success() {
        shell.env("REDIS_HOST", "127.0.0.1")
                .env("REDIS_PORT", "" + Ports.refusing())
                .run("cache-stats", "--reset")
                .exits(8)
                .saysLineWith("The counters were not reset.");
    }

    @Test
    void rows_end_with_the_total_and_the_others() {
        missThenHitTwice(shell);
        String csv = shell.run("cache-stats", "-f", "csv", "--columns", "feature,hits,misses,hitRate")
                .exits(0)
                .stdout();
        assertEquals(
                "feature,hits,misses,hitRate\r\ncampaigns,0,1,0\r\npopularUrls,2,1,66.67\r\ntotal,2,2,50\r\nothers,,,\r\n",
                csv);
    }

    @Test
    void table_has_a_line_a_feature_and_two_more() {
        missThenHitTwice(shell);
        String table = shell.run("cache-stats", "-f", "table").exits(0).stdout();
        assertEquals(5, table.lines().count(), table);
        assertTrue(table.startsWith("feature"), table);
    }

    @Test
    void what_is_known_of_sites_is_no_report() {
        shell.run("query", "ecommerce-overview", "--date", "yesterday").exits(0);
        JsonNode stats = stats(shell);
        assertEquals(1, stats.get("total").get("entries").asInt());
        assertEquals(1, stats.get("features").size());
        assertEquals(1, stats.get("others").get("entries").asInt());
        assertTrue(stats.get("newest").get("key").asText().contains("ecommerceOverview"), stats::toString);
    }
}
