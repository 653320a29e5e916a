package io.opalmind.sandbox.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.sandbox.api.ReportingApi;
import io.opalmind.sandbox.site.Goal;
import io.opalmind.sandbox.site.Site;
import io.opalmind.sandbox.site.Sites;
import io.opalmind.sandbox.visits.Visit;
import io.opalmind.sandbox.visits.VisitLog;
import io.opalmind.store.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {
    private static final String TOKEN = "a".repeat(32);
    private static final String BAD = "b".repeat(32);
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String HIT = "?idsite=1&rec=1&url=https%3A%2F%2Fexample.com%2F";

    private final MovableClock clock = new MovableClock(NOW.toString());
    private final Sites sites = new Sites(
            List.of(Site.plain(1, "https://example.com").withGoals(List.of(new Goal(1, "Newsletter", "", 0)))));
    private final VisitLog visits = new VisitLog(sites, 100);
    private final Wire wire = wire();

    private Wire wire() {
        Gate gate = new Gate(TOKEN, clock);
        return new Wire(gate, new Tracking(visits, gate, clock, hit -> {}), new ReportingApi(sites, visits, clock));
    }

    private Reply get(String path, String query) {
        return wire.answer(new Asked("GET", path, query, "", "127.0.0.1", "", ""));
    }

    private Reply post(String path, String query, String body) {
        return wire.answer(new Asked("POST", path, query, body, "127.0.0.1", "", ""));
    }

    private Reply bulk(String token, String... hits) {
        String requests = "[\"" + String.join("\",\"", hits) + "\"]";
        return post("/matomo.php", "", "{\"requests\":" + requests + ",\"token_auth\":\"" + token + "\"}");
    }

    private Reply report(String token) {
        return post("/index.php", "module=API&method=API.getMatomoVersion&format=JSON", "token_auth=" + token);
    }

    private List<Visit> stored() {
        return visits.visits(1, NOW.minus(Duration.ofDays(400)), NOW.plusSeconds(1));
    }

    private int actions() {
        return stored().stream().mapToInt(visit -> visit.actions().size()).sum();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/matomo.php", "/piwik.php"})
    void hit_is_kept_from_the_query_the_form_and_both(String path) {
        assertEquals(204, get(path, HIT.substring(1) + "&send_image=0").status());
        assertEquals(204, post(path, "", HIT.substring(1) + "&send_image=0").status());
        assertEquals(
                204,
                post(path, "idsite=1&rec=1", "url=https://example.com/&send_image=0&idsite=99")
                        .status());
        assertEquals(3, actions());
    }

    @Test
    void tracker_without_anything_shows_its_notice() {
        assertEquals(200, get("/matomo.php", "").status());
        assertEquals(400, post("/matomo.php", "", "").status());
        assertTrue(get("/matomo.php", "").body().startsWith("This resource is part of Matomo."));
    }

    @Test
    void poisoned_bulk_leaves_nothing() {
        Reply reply = bulk(TOKEN, HIT, "?idsite=9&rec=1", HIT + "&idgoal=1&ca=1", HIT);
        assertEquals(500, reply.status());
        assertEquals("{\"status\":\"error\",\"tracked\":1,\"invalid\":0,\"invalid_indices\":[]}", reply.body());
        assertEquals(0, actions());
    }

    @Test
    void skipped_entries_are_counted_nowhere_and_move_the_indices() {
        Reply reply = bulk(TOKEN, "hello", "/path?", HIT, "?idsite=9&rec=1", "matomo.php" + HIT + "#part");
        assertEquals("{\"status\":\"success\",\"tracked\":2,\"invalid\":1,\"invalid_indices\":[1]}", reply.body());
        assertEquals(2, actions());
    }

    @Test
    void hit_of_a_bulk_may_bring_its_own_token() {
        String old = HIT + "&cdt=2026-10-01+10:00:00&token_auth=";
        assertEquals(
                "{\"status\":\"success\",\"tracked\":1,\"invalid\":1}",
                bulk("", old + TOKEN, old + BAD).body());
        assertEquals(1, actions());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"requests\":[\"?idsite=1&rec=1\"",
                "{\"requests\":\"?idsite=1&rec=1\"}",
                "x\"requests\"",
                "; \"requests\" : [",
                "[{\"requests\":[\"?idsite=1&rec=1\"]}]"
            })
    void bulk_that_cannot_be_read_has_no_hits(String body) {
        Reply reply = post("/matomo.php", "", body);
        assertEquals("{\"status\":\"success\",\"tracked\":0,\"invalid\":0}", reply.body());
        assertEquals(0, actions());
    }

    @Test
    void bulk_of_too_many_hits_is_refused_whole() {
        String hits = "\"?a=1\",".repeat(Bulk.MOST_HITS) + "\"?a=1\"";
        assertEquals(
                413, post("/matomo.php", "", "{\"requests\":[" + hits + "]}").status());
        assertEquals(0, actions());
    }

    @Test
    void deep_json_is_no_bulk() {
        String deep = "[".repeat(100_000);
        assertEquals(200, post("/matomo.php", "", "{\"requests\":[" + deep).status());
        assertEquals(
                200,
                post("/matomo.php", "", "{\"x\":" + deep + ",\"requests\":[").status());
    }

    @Test
    void twenty_first_rejected_token_locks_everybody_out_for_an_hour() {
        for (int i = 0; i < 21; i++) {
            assertEquals(
                    204,
                    get("/matomo.php", HIT.substring(1) + "&send_image=0&token_auth=" + BAD)
                            .status());
            assertTrue(report(TOKEN).status() != 500);
            report(BAD);
        }
        Reply reply = report(TOKEN);
        assertEquals(500, reply.status());
        assertEquals(
                "{\"result\":\"error\",\"message\":\"Too many failed logins. Please wait and try logging in again later.\"}",
                reply.body());
        clock.move(Duration.ofMinutes(59));
        assertEquals(500, report(TOKEN).status());
        clock.move(Duration.ofMinutes(1));
        assertTrue(report(TOKEN).status() != 500);
    }

    @Test
    void locked_out_tracker_takes_only_what_needs_no_token() {
        for (int i = 0; i < 21; i++) {
            report(BAD);
        }
        assertEquals(
                204,
                get("/matomo.php", HIT.substring(1) + "&send_image=0&token_auth=" + TOKEN)
                        .status());
        assertEquals(
                500,
                get("/matomo.php", HIT.substring(1) + "&cip=1.2.3.4&token_auth=" + TOKEN)
                        .status());
        assertEquals(400, get("/matomo.php", HIT.substring(1) + "&cip=1.2.3.4").status());
        Reply reply = bulk(TOKEN, HIT);
        assertEquals(500, reply.status());
        assertEquals("{\"status\":\"error\",\"tracked\":0,\"invalid\":0}", reply.body());
        assertEquals(1, actions());
    }

    @Test
    void failed_logins_of_the_tracker_count_where_the_token_was_needed() {
        for (int i = 0; i < 21; i++) {
            assertEquals(
                    400,
                    get("/matomo.php", HIT.substring(1) + "&cip=1.2.3.4&token_auth=" + BAD)
                            .status());
        }
        assertEquals(500, report(TOKEN).status());
    }

    @Test
    void bad_token_that_comes_with_everything_else_in_the_body_gets_a_page() {
        Reply reply = post("/index.php", "", "module=API&method=VisitsSummary.get&token_auth=" + BAD);
        assertEquals(401, reply.status());
        assertEquals("text/html; charset=UTF-8", reply.type());
    }

    @Test
    void front_door_says_what_it_is_and_other_doors_are_shut() {
        assertEquals(200, get("/", "").status());
        assertEquals(200, get("/index.php", "module=Login").status());
        for (String path : List.of("/nope.php", "/matomo.php/", "/matomo.js", "//", "")) {
            assertEquals(404, get(path, "").status(), path);
        }
    }
}
