package io.opalmind.sandbox.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.sandbox.visits.Visit;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventsTest {
    private static final String NOON = "2026-11-09T12:00:00Z";

    @Test
    void shows_an_action_by_itself_where_no_event_has_a_name() {
        Visit visit = Given.visit(1).event(NOON, "Video", "play", null, null).seen();

        JsonNode rows = Events.actions().answer(Given.day(Given.MONDAY, visit), Given.flat());

        assertEquals(1, rows.size());
        assertEquals("play", rows.get(0).path("label").asText());
        assertFalse(rows.get(0).has("Events_EventName"));
        assertEquals("0", rows.get(0).path("nb_events_with_value").asText());
    }

    @Test
    void leaves_out_unnamed_events_beside_named_ones() {
        Visit visit = Given.visit(1)
                .event(NOON, "Video", "play", null, null)
                .event(NOON, "Video", "play", "intro", null)
                .seen();

        JsonNode rows = Events.actions().answer(Given.day(Given.MONDAY, visit), Given.flat());

        assertEquals(List.of("play - intro"), rows.findValuesAsText("label"));
    }

    @Test
    void takes_a_zero_for_no_value_when_groups_are_added() {
        Visit visit = Given.visit(1)
                .event(NOON, "Video", "play", "intro", 0.0)
                .event(NOON, "Video", "stop", "intro", 2.5)
                .seen();

        JsonNode rows = Events.categories().answer(Given.day(Given.MONDAY, visit), Given.plain());

        assertEquals(2.5, rows.get(0).path("min_event_value").asDouble());
        assertTrue(rows.get(0).path("nb_events").isNumber());
    }

    @Test
    void answers_false_for_a_greatest_value_of_zero_beyond_a_day() {
        Visit visit = Given.visit(1).event(NOON, "Video", "play", "intro", 0.0).seen();

        JsonNode rows = Events.categories().answer(Given.week(visit), Given.plain());

        assertTrue(rows.get(0).path("max_event_value").isBoolean());
    }
}
