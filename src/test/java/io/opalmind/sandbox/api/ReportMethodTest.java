package io.opalmind.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

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
    void daysAreThoseOfTheSitesZone() {
        assertThat(numbers(blog.read("Probe.get", "idSite", "2", "date", "2026-10-31")))
                .containsExactly(1L);
        assertThat(numbers(blog.read("Probe.get", "idSite", "2"))).containsExactly(2L, 3L);
        assertThat(numbers(blog.read("Probe.get", "idSite", "2", "date", "2026-11-02")))
                .containsExactly(4L);
    }

    @Test
    void aVisitOverMidnightIsGivenToBothDays() {
        Asking shop = new Asking(Made.visit(7, "2026-10-31T23:59:55Z")
                .page(URL, "")
                .page(URL, "")
                .done());

        assertThat(numbers(shop.read("Probe.get", "date", "2026-10-31"))).containsExactly(7L);
        assertThat(numbers(shop.read("Probe.get", "date", "2026-11-01"))).containsExactly(7L);
        assertThat(numbers(shop.read("Probe.get", "date", "2026-11-02"))).isEmpty();
    }

    @Test
    void aSeriesIsKeyedByPeriodAndSeveralSitesBySiteBeforeThat() {
        JsonNode answer = blog.read("Probe.get", "idSite", "1,2", "date", "2026-10-31,2026-11-01");

        assertThat(names(answer)).containsExactly("1", "2");
        assertThat(names(answer.get("2"))).containsExactly("2026-10-31", "2026-11-01");
        assertThat(numbers(answer.get("1").get("2026-11-01"))).isEmpty();
        assertThat(numbers(answer.get("2").get("2026-11-01"))).containsExactly(2L, 3L);
    }

    @Test
    void allIsKeyedBySiteAndTheSameSiteTwiceIsOne() {
        assertThat(names(blog.read("Probe.get", "idSite", "all"))).containsExactly("1", "2");
        assertThat(blog.read("Probe.get", "idSite", "2,2").isArray()).isTrue();
    }

    @Test
    void severalSitesCountTheirDaysFromTodayInUtc() {
        assertThat(label(blog.read("Probe.get", "idSite", "2", "date", "today")))
                .isEqualTo("DAY 2026-11-01 2026-11-01 alone");
        assertThat(label(
                        blog.read("Probe.get", "idSite", "all", "date", "today").get("2")))
                .isEqualTo("DAY 2026-11-02 2026-11-02");
    }

    @Test
    void whatIsWishedReachesTheReport() {
        assertThat(label(blog.read(
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
                        "ecommerceOrder")))
                .isEqualTo("RANGE 2026-11-01 2026-11-02 alone flat raw goal ecommerceOrder");
    }

    @Test
    void aSegmentPicksVisitsAndTheFiltersCutEachListByItself() {
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

        assertThat(numbers(series.get("2026-10-31"))).containsExactly(1L);
        assertThat(numbers(series.get("2026-11-01"))).containsExactly(3L);
        assertThat(numbers(series.get("2026-11-02"))).containsExactly(4L);
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
