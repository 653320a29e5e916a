package io.opalmind.sandbox.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.sandbox.visits.Visit;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final String MONDAY_LATE = "2026-11-09T23:50:00Z";
    private static final String TUESDAY_EARLY = "2026-11-10T00:05:00Z";

    @Test
    void countsAVisitOverMidnightOnBothDays() {
        Visit visit = Given.visit(1)
                .page(MONDAY_LATE, "https://example.com/a")
                .page(TUESDAY_EARLY, "https://example.com/b")
                .seen();

        JsonNode monday = Pages.all().answer(Given.day(Given.MONDAY, visit), Given.flat());
        JsonNode tuesday = Pages.all().answer(Given.day(Given.MONDAY.plusDays(1), visit), Given.flat());

        assertThat(monday.findValuesAsText("label")).containsExactly("/a");
        assertThat(tuesday.findValuesAsText("label")).containsExactly("/b");
        // the visit counts where it ended, but its first page was not seen on that day
        assertThat(monday.get(0).has("entry_nb_visits")).isFalse();
        assertThat(tuesday.get(0).has("entry_nb_visits")).isFalse();
        assertThat(tuesday.get(0).path("exit_nb_visits").asText()).isEqualTo("1");
    }

    @Test
    void knowsNoEntryNorExitAtASearch() {
        Visit visit = Given.visit(1)
                .search("2026-11-09T12:00:00Z", "hat")
                .page("2026-11-09T12:01:00Z", "https://example.com/hat")
                .search("2026-11-09T12:02:00Z", "cap")
                .seen();

        JsonNode rows = Pages.all().answer(Given.day(Given.MONDAY, visit), Given.flat());

        assertThat(rows.get(0).path("nb_hits_following_search").asText()).isEqualTo("1");
        assertThat(rows.get(0).has("entry_nb_visits")).isFalse();
        assertThat(rows.get(0).has("exit_nb_visits")).isFalse();
    }

    @Test
    void keepsAPageBesideAnEntryInItsFolder() {
        Visit visit = Given.visit(1)
                .page("2026-11-09T12:00:00Z", "https://example.com/docs/faq")
                .page("2026-11-09T12:01:00Z", "https://example.com/docs/install")
                .page("2026-11-09T12:02:00Z", "https://example.com/pricing")
                .seen();

        JsonNode rows = Pages.entries().answer(Given.day(Given.MONDAY, visit), Given.flat());

        assertThat(rows.findValuesAsText("label")).containsExactly("/docs/faq", "/docs/install");
    }

    @Test
    void addsHostsUpUnderOneLabel() {
        Visit visit = Given.visit(1)
                .page("2026-11-09T12:00:00Z", "https://example.com/a")
                .page("2026-11-09T12:01:00Z", "https://shop.example.com/a")
                .page("2026-11-09T12:02:00Z", "https://shop.example.com/a")
                .seen();

        JsonNode rows = Pages.all().answer(Given.day(Given.MONDAY, visit), Given.flat());

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).path("nb_hits").asInt()).isEqualTo(3);
        assertThat(rows.get(0).path("nb_visits").asInt()).isEqualTo(2);
        assertThat(rows.get(0).path("url").asText()).isEqualTo("https://shop.example.com/a");
    }

    @Test
    void leavesSharesAsNumbersWhereFormatsAreNotWanted() {
        Visit visit = Given.visit(1)
                .page("2026-11-09T12:00:00Z", "https://example.com/a")
                .seen();

        JsonNode rows = Pages.all().answer(Given.day(Given.MONDAY, visit), new Wish(true, false, null));

        assertThat(rows.get(0).path("bounce_rate").isNumber()).isTrue();
        assertThat(rows.get(0).path("bounce_rate").asDouble()).isEqualTo(1);
    }

    @Test
    void coversFlatPagesAlone() {
        assertThatThrownBy(() -> Pages.all().answer(Given.day(Given.MONDAY), Given.plain()))
                .isInstanceOf(NotCovered.class)
                .hasMessage("Actions.getPageUrls without flat=1");
    }
}
