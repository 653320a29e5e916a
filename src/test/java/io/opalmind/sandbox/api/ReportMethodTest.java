package io.opalmind.sandbox.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sites, days and series around a report. */
class ReportMethodTest {
    private static final String URL = "https://example.com/";

    /** Clocks in New York went back an hour on 1 November 2026: that day lasted from 04:00 to 05:00 of the next, UTC. */
    private final Asking blog = new Asking(
            Made.visit(Made.BLOG, 1, "2026-11-01T03:59:59Z").page(URL, "").done(),
            Made.visit(Made.BLOG, 2, "2026-11-01T04:00:00Z").page(URL, "").done(),
            Made.visit(Made.BLOG, 3, "2026-11-02T04:59:59Z").page(URL, "").done(),
            Made.visit(Made.BLOG, 4, "2026-11-02T05:00:00Z").page(URL, "").done());

    @Test
    void days_are_those_of_the_sites_zone() {
        assertEquals(List.of(1L), numbers(blog.read("Probe.get", "idSite", "2", "date", "2026-10-31")));
        assertEquals(List.of(2L, 3L), numbers(blog.read("Probe.get", "idSite", "2")));
        assertEquals(List.of(4L), numbers(blog.read("Probe.get", "idSite", "2", "date", "2026-11-02")));
    }

    @Test
    void a_visit_over_midnight_is_given_to_both_days() {
        Asking shop = new Asking(Made.visit(7, "2026-10-31T23:59:55Z")
                .page(URL, "")
                .page(URL, "")
                .done());

        assertEquals(List.of(7L), numbers(shop.read("Probe.get", "date", "2026-10-31")));
        assertEquals(List.of(7L), numbers(shop.read("Probe.get", "date", "2026-11-01")));
        assertEquals(List.of(), numbers(shop.read("Probe.get", "date", "2026-11-02")));
    }

    @Test
    void a_series_is_keyed_by_period_and_several_sites_by_site_before_that() {
        JsonNode answer = blog.read("Probe.get", "idSite", "1,2", "date", "2026-10-31,2026-11-01");

        assertEquals(List.of("1", "2"), names(answer));
        assertEquals(List.of("2026-10-31", "2026-11-01"), names(answer.get("2")));
        assertEquals(List.of(), numbers(answer.get("1").get("2026-11-01")));
        assertEquals(List.of(2L, 3L), numbers(answer.get("2").get("2026-11-01")));
    }

    @Test
    void all_is_keyed_by_site_and_the_same_site_twice_is_one() {
        assertEquals(List.of("1", "2"), names(blog.read("Probe.get", "idSite", "all")));
        assertTrue(blog.read("Probe.get", "idSite", "2,2").isArray());
    }

    @Test
    void several_sites_count_their_days_from_today_in_utc() {
        assertEquals("DAY 2026-11-01 2026-11-01 alone", label(blog.read("Probe.get", "idSite", "2", "date", "today")));
        assertEquals(
                "DAY 2026-11-02 2026-11-02",
                label(blog.read("Probe.get", "idSite", "all", "date", "today").get("2")));
    }

    @Test
    void what_is_wished_reaches_the_report() {
        assertEquals(
                "RANGE 2026-11-01 2026-11-02 alone flat raw goal ecommerceOrder",
                label(blog.read(
                        "Probe.get",
                        "idSite",
                        "2",
                        "period",
                        "range",
                        "date",
                        "2026-11-01,2026-11-02",
                        "flat",
                        "1",
                        "format_metrics",
                        "0",
                        "idGoal",
                        "ecommerceOrder")));
    }

    @Test
    void a_segment_picks_visits_and_the_filters_cut_each_list_by_itself() {
        JsonNode series = blog.read(
                "Probe.get",
                "idSite",
                "2",
                "date",
                "2026-10-31,2026-11-02",
                "filter_limit",
                "1",
                "segment",
                "visitId!=2");

        assertEquals(List.of(1L), numbers(series.get("2026-10-31")));
        assertEquals(List.of(3L), numbers(series.get("2026-11-01")));
        assertEquals(List.of(4L), numbers(series.get("2026-11-02")));
    }

    private static String label(JsonNode rows) {
        return rows.get(0).get("label").asText();
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<Long> numbers(JsonNode rows) {
        List<Long> numbers = new ArrayList<>();
        rows.forEach(row -> numbers.add(row.get("nb_visits").asLong()));
        return numbers;
    }
}
