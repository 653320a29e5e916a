package io.opalmind.sandbox.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.sandbox.visits.Visit;
import org.junit.jupiter.api.Test;

class EventsTest {
    private static final String NOON = "2026-11-09T12:00:00Z";

    @Test
    void showsAnActionByItselfWhereNoEventHasAName() {
        Visit visit = Given.visit(1).event(NOON, "Video", "play", null, null).seen();

        JsonNode rows = Events.actions().answer(Given.day(Given.MONDAY, visit), Given.flat());

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).path("label").asText()).isEqualTo("play");
        assertThat(rows.get(0).has("Events_EventName")).isFalse();
        assertThat(rows.get(0).path("nb_events_with_value").asText()).isEqualTo("0");
    }

    @Test
    void leavesOutUnnamedEventsBesideNamedOnes() {
        Visit visit = Given.visit(1)
                .event(NOON, "Video", "play", null, null)
                .event(NOON, "Video", "play", "intro", null)
                .seen();

        JsonNode rows = Events.actions().answer(Given.day(Given.MONDAY, visit), Given.flat());

        assertThat(rows.findValuesAsText("label")).containsExactly("play - intro");
    }

    @Test
    void takesAZeroForNoValueWhenGroupsAreAdded() {
        Visit visit = Given.visit(1)
                .event(NOON, "Video", "play", "intro", 0.0)
                .event(NOON, "Video", "stop", "intro", 2.5)
                .seen();

        JsonNode rows = Events.categories().answer(Given.day(Given.MONDAY, visit), Given.plain());

        assertThat(rows.get(0).path("min_event_value").asDouble()).isEqualTo(2.5);
        assertThat(rows.get(0).path("nb_events").isNumber()).isTrue();
    }

    @Test
    void answersFalseForAGreatestValueOfZeroBeyondADay() {
        Visit visit = Given.visit(1).event(NOON, "Video", "play", "intro", 0.0).seen();

        JsonNode rows = Events.categories().answer(Given.week(visit), Given.plain());

        assertThat(rows.get(0).path("max_event_value").isBoolean()).isTrue();
    }
}
