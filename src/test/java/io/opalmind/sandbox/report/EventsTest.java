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
    void showsAnActionByItselfWhereNoEventHasAName() {
        Visit visit = Given.visit(1).event(NOON, "Video", "play", null, null).seen();

        JsonNode rows = Events.actions().answer(Given.day(Given.MONDAY, visit), Given.flat());

        assertEquals(1, rows.size());
        assertEquals("play", rows.get(0).path("label").asText());
        assertFalse(rows.get(0).has("Events_EventName"));
        assertEquals("0", rows.get(0).path("nb_events_with_value").asText());
    }

    @Test
    void leavesOutUnnamedEventsBesideNamedOnes() {
        Visit visit = Given.visit(1)
                .event(NOON, "Video", "play", null, null)
                .event(NOON, "Video", "play", "intro", null)
                .seen();

        JsonNode rows = Events.actions().answer(Given.day(Given.MONDAY, visit), Given.flat());

        assertEquals(List.of("play - intro"), rows.findValuesAsText("label"));
    }

    @Test
    void takesAZeroForNoValueWhenGroupsAreAdded() {
        Visit visit = Given.visit(1)
                .event(NOON, "Video", "play", "intro", 0.0)
                .event(NOON, "Video", "stop", "intro", 2.5)
                .seen();

        JsonNode rows = Events.categories().answer(Given.day(Given.MONDAY, visit), Given.plain());

        assertEquals(2.5, rows.get(0).path("min_event_value").asDouble());
        assertTrue(rows.get(0).path("nb_events").isNumber());
    }

    @Test
    void answersFalseForAGreatestValueOfZeroBeyondADay() {
        Visit visit = Given.visit(1).event(NOON, "Video", "play", "intro", 0.0).seen();

        JsonNode rows = Events.categories().answer(Given.week(visit), Given.plain());

        assertTrue(rows.get(0).path("max_event_value").isBoolean());
    }
}
