package io.opalmind.testing.matomo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MatomoExtension.class)
class FakeMatomoTest {
    private FakeMatomo matomo;

    @BeforeEach
    void take(FakeMatomo fresh) {
        matomo = fresh;
    }

    private PlainClient.Response pages(String... params) throws IOException {
        String[] all = new String[params.length + 4];
        List<String> range = List.of("idSite=1", "period=range", "date=last30", "flat=1");
        range.toArray(all);
        System.arraycopy(params, 0, all, 4, params.length);
        return PlainClient.ask(matomo, "Actions.getPageUrls", all);
    }

    @Test
    void set_up_and_test_share_one_server(FakeMatomo again) {
        assertSame(matomo, again);
    }

    @Test
    void url_and_body_of_a_request_are_recorded_apart() throws IOException {
        PlainClient.ask(matomo, "VisitsSummary.get", "idSite=1", "period=day", "date=yesterday");
        MatomoRequest asked = matomo.requests().get(0);
        assertEquals("POST", asked.http());
        assertEquals("/index.php", asked.path());
        assertEquals("VisitsSummary.get", asked.query().get("method"));
        assertNull(asked.form().get("method"));
        assertEquals(FakeMatomo.ADMIN_TOKEN, asked.form().get("token_auth"));
        assertEquals("yesterday", asked.param("date"));
        assertFalse(asked.hasTokenInUrl());
        assertEquals("application/x-www-form-urlencoded", asked.headers().get("content-type"));
    }

    @Test
    void get_works_too_and_shows_the_token_in_the_url() throws IOException {
        PlainClient.Response answer = PlainClient.get(
                matomo, "VisitsSummary.get", FakeMatomo.ADMIN_TOKEN, "idSite=1", "period=day", "date=yesterday");
        assertEquals(74, answer.json().path("nb_visits").asInt());
        assertTrue(matomo.requests().get(0).hasTokenInUrl());
    }

    @Test
    void kept_alive_connection_has_one_number() throws IOException {
        PlainClient.ask(matomo, "API.getMatomoVersion");
        PlainClient.ask(matomo, "API.getMatomoVersion");
        List<MatomoRequest> requests = matomo.requests();
        assertEquals(requests.get(0).connection(), requests.get(1).connection());
    }

    @Test
    void limit_cuts_the_longest_recording() throws IOException {
        assertEquals(7, pages("filter_limit=7").json().size());
        assertEquals(59, pages("filter_limit=-1").json().size());
        assertEquals(59, pages().json().size());
        assertEquals(0, pages("filter_limit=0").json().size());
    }

    @Test
    void limit_cuts_each_date_of_a_series() throws IOException {
        JsonNode series = PlainClient.ask(
                        matomo,
                        "Actions.getPageUrls",
                        "idSite=1",
                        "period=day",
                        "date=last7",
                        "flat=1",
                        "filter_limit=3")
                .json();
        assertEquals(7, series.size());
        series.forEach(rows -> assertEquals(3, rows.size()));
    }

    @Test
    void rows_are_sorted_by_their_numbers_before_they_are_cut() throws IOException {
        JsonNode most = pages("filter_sort_column=nb_hits", "filter_limit=2", "filter_offset=1")
                .json();
        assertEquals("/docs/", most.path(0).path("label").asText());
        assertEquals(159, most.path(0).path("nb_hits").asInt());
        JsonNode least = pages("filter_sort_column=bounce_rate", "filter_sort_order=asc", "filter_limit=1")
                .json();
        assertEquals("0%", least.path(0).path("bounce_rate").asText());
    }

    @Test
    void date_may_be_written_out() throws IOException {
        JsonNode named = PlainClient.ask(matomo, "Actions.get", "idSite=1", "period=day", "date=yesterday")
                .json();
        JsonNode written = PlainClient.ask(matomo, "Actions.get", "idSite=1", "period=day", "date=2026-11-23")
                .json();
        assertEquals(named, written);
        JsonNode series = PlainClient.ask(matomo, "Actions.get", "idSite=1", "period=day", "date=2026-11-18,today")
                .json();
        assertEquals(named, series.path("2026-11-23"));
    }

    @Test
    void day_is_taken_from_a_recorded_series() throws IOException {
        PlainClient.Response today =
                PlainClient.ask(matomo, "VisitsSummary.get", "idSite=1", "period=day", "date=today");
        assertEquals(260, today.json().path("nb_actions").asInt());
        assertEquals("derived from visits-summary.day-last7", today.header("X-Fake-Matomo"));
        JsonNode two = PlainClient.ask(matomo, "VisitsSummary.get", "idSite=1", "period=day", "date=last2")
                .json();
        assertEquals(2, two.size());
        assertEquals(today.json(), two.path("2026-11-24"));
    }

    @Test
    void goal_2_is_derived_and_says_so() throws IOException {
        PlainClient.Response answer =
                PlainClient.ask(matomo, "Goals.get", "idSite=1", "period=day", "date=last7", "idGoal=2");
        assertEquals(
                "derived from goals-get.day-last7 - goal-1.day-last7 - goals-ecommerce.day-last7",
                answer.header("X-Fake-Matomo"));
        assertEquals(
                "{\"nb_conversions\":3,\"nb_visits_converted\":3,\"revenue\":15,\"conversion_rate\":\"4.55%\","
                        + "\"nb_conversions_new_visit\":3,\"nb_visits_converted_new_visit\":3,"
                        + "\"revenue_new_visit\":15,\"conversion_rate_new_visit\":\"4.55%\"}",
                Json.write(answer.json().path("2026-11-18")));
    }

    @Test
    void goal_that_does_not_exist_is_zeros() throws IOException {
        JsonNode answer = PlainClient.ask(matomo, "Goals.get", "idSite=1", "period=range", "date=last30", "idGoal=9")
                .json();
        assertEquals(Json.parse(RecordingFiles.text("matomo-5.0.2/error.bad-goal.body.json")), answer);
    }

    @Test
    void lone_column_is_a_value() throws IOException {
        PlainClient.Response answer = PlainClient.ask(
                matomo, "VisitsSummary.get", "idSite=1", "period=day", "date=yesterday", "showColumns=nb_visits");
        assertEquals("{\"value\":74}", answer.text());
    }

    @Test
    void question_without_recording_is_an_error_that_says_so() throws IOException {
        PlainClient.Response answer =
                PlainClient.ask(matomo, "Actions.get", "idSite=1", "period=day", "date=2020-02-02");
        assertEquals(200, answer.status());
        assertEquals("error", answer.json().path("result").asText());
        String message = answer.json().path("message").asText();
        assertTrue(message.contains("no recording for Actions.get {date=2020-02-02"), message);
        assertFalse(message.contains(FakeMatomo.ADMIN_TOKEN), message);
    }

    @Test
    void script_answers_where_it_wants_to() throws IOException {
        matomo.on("Goals.get", params -> "3".equals(params.get("idGoal")) ? "{\"revenue\":1.50}" : null);
        String[] yesterday = {"idSite=1", "period=day", "date=yesterday", "idGoal=3"};
        assertEquals(
                "{\"revenue\":1.50}",
                PlainClient.ask(matomo, "Goals.get", yesterday).text());
        yesterday[3] = "idGoal=1";
        assertEquals(
                3,
                PlainClient.ask(matomo, "Goals.get", yesterday)
                        .json()
                        .path("nb_conversions")
                        .asInt());
        matomo.answer("Funnels.getFunnel", "[]");
        assertEquals("[]", PlainClient.ask(matomo, "Funnels.getFunnel").text());
    }

    @Test
    void bulk_member_is_decoded_once_more() throws IOException {
        matomo.on("Echo.get", params -> Json.write(Json.NODES.textNode(params.get("label"))));
        JsonNode answers = PlainClient.ask(
                        matomo,
                        "API.getBulkRequest",
                        "urls[0]=method=Echo.get&label=a%2526b%253Dc",
                        "urls[1]=method=Nope.get&idSite=1",
                        "urls[2]=method=Actions.getPageUrls&idSite=1&period=range&date=last30&flat=1&filter_limit=2")
                .json();
        assertEquals("a&b=c", answers.path(0).asText());
        assertTrue(answers.path(1).path("message").asText().contains("Settings > Plugins"));
        assertEquals(2, answers.path(2).size());
    }

    @Test
    void awaited_request_that_does_not_come_is_an_error() {
        assertThrows(AssertionError.class, () -> matomo.awaitRequests(1, Duration.ofMillis(20)));
    }

    @Test
    void other_paths_are_not_found_and_other_folders_are() throws IOException {
        assertEquals(
                404,
                PlainClient.receive(PlainClient.connect(matomo.url("nope.php"))).status());
        PlainClient.Response page = PlainClient.receive(PlainClient.connect(matomo.url("index.php")));
        assertTrue(page.text().contains("Sign in"), page.text());
        String version = "stats/index.php?module=API&method=API.getMatomoVersion&format=JSON";
        PlainClient.Response answer =
                PlainClient.send(PlainClient.connect(matomo.url(version)), PlainClient.form(FakeMatomo.ADMIN_TOKEN));
        assertEquals("{\"value\":\"5.0.2\"}", answer.text());
    }

    @Test
    void version_4_writes_numbers_as_strings() throws IOException {
        matomo.speakVersion(4);
        JsonNode day = PlainClient.ask(matomo, "VisitsSummary.get", "idSite=1", "period=day", "date=yesterday")
                .json();
        assertEquals("\"74\"", Json.write(day.path("nb_visits")));
        PlainClient.Response lone = PlainClient.ask(
                matomo, "VisitsSummary.get", "idSite=1", "period=day", "date=yesterday", "columns=nb_visits");
        assertEquals("{\"value\":74}", lone.text());
    }

    @Test
    void version_6_gives_errors_a_status() throws IOException {
        matomo.speakVersion(6);
        String[] site = {"idSite=1", "period=day", "date=today"};
        assertEquals(404, PlainClient.ask(matomo, "Funnels.get", site).status());
        assertEquals(404, PlainClient.ask(matomo, "VisitsSummary.nope", site).status());
        site[2] = "date=someday";
        assertEquals(400, PlainClient.ask(matomo, "VisitsSummary.get", site).status());
        site[0] = "idSite=2";
        PlainClient.Response refused = PlainClient.post(matomo, "VisitsSummary.get", FakeMatomo.VIEWER_TOKEN, site);
        assertEquals(403, refused.status());
        assertTrue(refused.json().path("message").asText().contains("'view' access for the website id = 2"));
        assertEquals(
                401, PlainClient.post(matomo, "VisitsSummary.get", "bad", site).status());
    }
}
