package io.opalmind.sandbox.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.sandbox.visits.Visit;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoalsTest {
    @Test
    void counts_a_conversion_where_it_happened_and_its_visit_where_it_ended() {
        Visit visit = Given.visit(1)
                .page("2026-11-09T23:50:00Z", "https://example.com/a")
                .goal("2026-11-09T23:55:00Z", 1, 5)
                .page("2026-11-10T00:05:00Z", "https://example.com/b")
                .seen();

        JsonNode monday = new Goals().answer(Given.day(Given.MONDAY, visit), Given.plain());
        JsonNode tuesday = new Goals().answer(Given.day(Given.MONDAY.plusDays(1), visit), Given.plain());

        assertEquals(1, monday.path("nb_conversions").asInt());
        assertEquals(0, monday.path("nb_visits_converted").asInt());
        assertEquals("0%", monday.path("conversion_rate").asText());
        assertEquals(0, tuesday.path("nb_conversions").asInt());
        assertEquals(1, tuesday.path("nb_visits_converted").asInt());
        assertEquals("100%", tuesday.path("conversion_rate").asText());
    }

    @Test
    void answers_zeros_for_a_goal_that_does_not_exist() {
        JsonNode answer = new Goals().answer(Given.day(Given.MONDAY), new Wish(false, true, "no-goal"));

        assertEquals(0, answer.path("nb_conversions").asInt(-1));
        assertEquals("0%", answer.path("conversion_rate_returning_visit").asText());
    }

    @Test
    void says_nothing_of_an_empty_day_in_a_series() {
        Scope alone = Given.day(Given.MONDAY);
        Scope inSeries = new Scope(alone.site(), alone.kind(), alone.first(), alone.last(), false, List.of());

        assertTrue(new Goals().answer(inSeries, Given.plain()).isArray());
    }
}
