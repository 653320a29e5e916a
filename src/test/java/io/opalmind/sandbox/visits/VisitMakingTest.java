package io.opalmind.sandbox.visits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a hit joins a visit and when it begins one: what the data set does not hold. */
class VisitMakingTest {
    private final Trial trial = new Trial();

    @ParameterizedTest
    @CsvSource({"10:29:59, 1", "10:30:00, 2"})
    void silence_of_half_an_hour_ends_a_visit(String next, int visits) {
        trial.at("10:00:00", "action_name=One");
        trial.at(next, "action_name=Two");
        assertEquals(visits, trial.visits().size());
    }

    @Test
    void half_an_hour_counts_from_the_last_action() {
        trial.at("09:00:00", "action_name=One");
        trial.at("09:25:00", "action_name=Two");
        trial.at("09:50:00", "action_name=Three");
        assertEquals(3001, trial.visit().length());
    }

    @Test
    void new_visit_is_one_on_request() {
        trial.at("10:00:00", "action_name=One");
        trial.at("10:01:00", "new_visit=1");
        trial.at("10:02:00", "new_visit=0");
        List<Visit> visits = trial.visits();
        assertEquals(List.of(1, 2), visits.stream().map(Visit::interactions).toList());
        assertEquals(List.of(1, 2), visits.stream().map(Visit::count).toList());
        assertFalse(visits.get(0).returning());
        assertTrue(visits.get(1).returning());
    }

    @Test
    void day_of_the_site_ends_a_visit() {
        String blog = "idsite=2&url=https%3A%2F%2Fblog.example.org%2F&action_name=";
        trial.track(Trial.usual("2026-11-23T23:55:00Z", blog + "A"));
        trial.track(Trial.usual("2026-11-24T00:05:00Z", blog + "B"));
        trial.track(Trial.usual("2026-11-24T04:55:00Z", blog + "C"));
        trial.track(Trial.usual("2026-11-24T05:05:00Z", blog + "D"));
        List<Visit> visits = trial.visits(2);
        assertEquals(
                List.of(2, 1, 1),
                visits.stream().map(Visit::interactions).toList(),
                "midnight of New York is 05:00 UTC");
        assertEquals(List.of(1, 2, 3), visits.stream().map(Visit::count).toList());
    }

    @Test
    void other_campaign_begins_a_visit() {
        trial.at("10:00:00", "url=https%3A%2F%2Fexample.com%2F%3Fmtm_campaign%3DOne");
        trial.at("10:01:00", "url=https%3A%2F%2Fexample.com%2F%3Fmtm_campaign%3Done");
        trial.at("10:02:00", "url=https%3A%2F%2Fexample.com%2F%3Fmtm_campaign%3DTwo");
        trial.at("10:03:00", "urlref=https%3A%2F%2Fpartner.example.net%2F");
        List<Visit> visits = trial.visits();
        assertEquals(
                List.of("one", "two"),
                visits.stream().map(visit -> visit.referrer().name()).toList());
        assertEquals(List.of(2, 2), visits.stream().map(Visit::interactions).toList());
    }

    @Test
    void direct_visit_takes_the_referrer_that_a_later_hit_tells() {
        trial.at("10:00:00", "action_name=One");
        trial.at("10:01:00", "url=https%3A%2F%2Fexample.com%2F%3Fmtm_campaign%3DOne");
        assertEquals("one", trial.visit().referrer().name());
    }

    @Test
    void hit_that_comes_late_joins_without_turning_time_back() {
        trial.at("10:10:00", "action_name=One");
        trial.at("10:20:00", "action_name=Two");
        trial.at("10:05:00", "action_name=Late");
        Visit visit = trial.visit();
        assertEquals(Instant.parse("2026-11-24T10:20:00Z"), visit.lastAction());
        assertEquals(Instant.parse("2026-11-24T10:10:00Z"), visit.firstAction());
        assertEquals(0, visit.length(), "Matomo measures to the hit that it was sent last");
        assertEquals(
                List.of("One", "Two", "Late"),
                visit.actions().stream().map(Action::title).toList());
        trial.at("09:49:59", "action_name=Too late");
        assertEquals(2, trial.visits().size());
    }

    @Test
    void ping_makes_a_visit_longer_and_begins_none() {
        trial.at("10:00:00", "ping=1");
        assertEquals(List.of(), trial.visits());
        trial.at("10:00:00", "action_name=One");
        trial.at("10:05:00", "ping=1");
        Visit visit = trial.visit();
        assertEquals(301, visit.length());
        assertEquals(visit.firstAction(), visit.lastAction());
        assertEquals(1, visit.actions().size());
    }

    @Test
    void content_is_no_interaction() {
        trial.at("10:00:00", "c_n=Banner&c_p=Piece&ca=1");
        trial.at("10:00:10", "e_c=Video&e_a=play&ca=1");
        assertEquals(1, trial.visit().interactions());
        assertEquals(2, trial.visit().actions().size());
    }

    @Test
    void visit_is_full_with_ten_thousand_actions() {
        for (int i = 0; i < 10_001; i++) {
            trial.at("10:00:00", "action_name=" + i);
        }
        List<Visit> visits = trial.visits();
        assertEquals(
                List.of(10_000, 1), visits.stream().map(Visit::interactions).toList());
    }

    @Test
    void time_spent_leaves_out_what_came_before_events_and_conversions() {
        trial.at("10:00:00", "action_name=One");
        trial.at("10:00:10", "download=https%3A%2F%2Fexample.com%2Fa.zip");
        trial.at("10:00:30", "e_c=Video&e_a=play&ca=1");
        trial.at("10:01:10", "idgoal=1");
        trial.at("10:02:30", "search=hat");
        trial.at("10:05:10", "action_name=Two");
        assertEquals(
                List.of(90, 0, 0, 0, 0),
                trial.visit().actions().stream().map(Action::timeSpent).toList());
    }

    @Test
    void visit_tells_of_its_browser() {
        trial.at("10:00:00", "res=1920x1080&cip=5.31.7.8&lang=de-DE,de");
        Visit visit = trial.visit();
        assertEquals("5.31.0.0", visit.ip());
        assertEquals("de-de", visit.language());
        assertEquals("1920x1080", visit.resolution());
        assertEquals("Desktop", visit.deviceType());
        assertEquals(Trial.AGENT, visit.userAgent());
    }
}
