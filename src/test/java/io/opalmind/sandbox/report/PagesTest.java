package io.opalmind.sandbox.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.sandbox.visits.Visit;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final String MONDAY_LATE = "2026-11-09T23:50:00Z";
    private static final String TUESDAY_EARLY = "2026-11-10T00:05:00Z";

    @Test
    void counts_a_visit_over_midnight_on_both_days() {
        Visit visit = Given.visit(1)
                .page(MONDAY_LATE, "https://example.com/a")
                .page(TUESDAY_EARLY, "https://example.com/b")
                .seen();

        JsonNode monday = Pages.all().answer(Given.day(Given.MONDAY, visit), Given.flat());
        JsonNode tuesday = Pages.all().answer(Given.day(Given.MONDAY.plusDays(1), visit), Given.flat());

        assertEquals(List.of("/a"), monday.findValuesAsText("label"));
        assertEquals(List.of("/b"), tuesday.findValuesAsText("label"));
        // the visit counts where it ended, but its first page was not seen on that day
        assertFalse(monday.get(0).has("entry_nb_visits"));
        assertFalse(tuesday.get(0).has("entry_nb_visits"));
        assertEquals("1", tuesday.get(0).path("exit_nb_visits").asText());
    }

    @Test
    void load_time_is_left_out_where_it_is_not_known() {
        Visit plain = Given.visit(1)
                .page("2026-11-09T12:00:00Z", "https://example.com/a")
                .seen();
        Visit timed = Given.visit(2)
                .timed("2026-11-09T12:00:00Z", "https://example.com/a")
                .seen();

        assertEquals(0, pages(plain).get(0).path("avg_page_load_time").asInt(-1));
        assertFalse(pages(plain, timed).get(0).has("avg_page_load_time"));
    }

    private static JsonNode pages(Visit... visits) {
        return Pages.all().answer(Given.day(Given.MONDAY, visits), Given.flat());
    }

    @Test
    void knows_no_entry_nor_exit_at_a_search() {
        Visit visit = Given.visit(1)
                .search("2026-11-09T12:00:00Z", "hat")
                .page("2026-11-09T12:01:00Z", "https://example.com/hat")
                .search("2026-11-09T12:02:00Z", "cap")
                .seen();

        JsonNode rows = Pages.all().answer(Given.day(Given.MONDAY, visit), Given.flat());

        assertEquals("1", rows.get(0).path("nb_hits_following_search").asText());
        assertFalse(rows.get(0).has("entry_nb_visits"));
        assertFalse(rows.get(0).has("exit_nb_visits"));
    }

    @Test
    void keeps_a_page_beside_an_entry_in_its_folder() {
        Visit visit = Given.visit(1)
                .page("2026-11-09T12:00:00Z", "https://example.com/docs/faq")
                .page("2026-11-09T12:01:00Z", "https://example.com/docs/install")
                .page("2026-11-09T12:02:00Z", "https://example.com/pricing")
                .seen();

        JsonNode rows = Pages.entries().answer(Given.day(Given.MONDAY, visit), Given.flat());

        assertEquals(List.of("/docs/faq", "/docs/install"), rows.findValuesAsText("label"));
    }

    @Test
    void adds_hosts_up_under_one_label() {
        Visit visit = Given.visit(1)
                .page("2026-11-09T12:00:00Z", "https://example.com/a")
                .page("2026-11-09T12:01:00Z", "https://shop.example.com/a")
                .page("2026-11-09T12:02:00Z", "https://shop.example.com/a")
                .seen();

        JsonNode rows = Pages.all().answer(Given.day(Given.MONDAY, visit), Given.flat());

        assertEquals(1, rows.size());
        assertEquals(3, rows.get(0).path("nb_hits").asInt());
        assertEquals(2, rows.get(0).path("nb_visits").asInt());
        assertEquals("https://shop.example.com/a", rows.get(0).path("url").asText());
    }

    @Test
    void leaves_shares_as_numbers_where_formats_are_not_wanted() {
        Visit visit = Given.visit(1)
                .page("2026-11-09T12:00:00Z", "https://example.com/a")
                .seen();

        JsonNode rows = Pages.all().answer(Given.day(Given.MONDAY, visit), new Wish(true, false, null));

        assertTrue(rows.get(0).path("bounce_rate").isNumber());
        assertEquals(1, rows.get(0).path("bounce_rate").asDouble());
    }

    @Test
    void covers_flat_pages_alone() {
        NotCovered beyond =
                assertThrows(NotCovered.class, () -> Pages.all().answer(Given.day(Given.MONDAY), Given.plain()));

        assertEquals("Actions.getPageUrls without flat=1", beyond.getMessage());
    }
}
