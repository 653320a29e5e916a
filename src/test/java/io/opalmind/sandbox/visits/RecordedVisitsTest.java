package io.opalmind.sandbox.visits;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.sandbox.Dataset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The data set's hits go in, and every figure that rests on visits alone is what the real Matomo made of them. */
class RecordedVisitsTest {
    private static final VisitLog LOG = Dataset.visits();

    private static void hold(String method, Function<RecordedPeriod, Executable> test) {
        List<RecordedPeriod> reports = RecordedPeriod.of(method);
        assertTrue(reports.size() > 60, "days, weeks, months and ranges of two sites");
        assertAll(reports.stream().map(test));
    }

    private static void assertFigures(Map<String, Number> ours, JsonNode recorded, String where) {
        Map<String, Number> theirs = new TreeMap<>();
        ours.forEach((name, value) -> theirs.put(
                name,
                value instanceof Integer
                        ? (Number) recorded.path(name).asInt()
                        : (Number) Sums.money(recorded.path(name).asDouble())));
        assertEquals(theirs, ours, where);
    }

    @Test
    void visits_actions_bounces_and_lengths() {
        hold("VisitsSummary.get", report -> () -> {
            List<Visit> visits = report.visits(LOG);
            Map<String, Number> ours = Sums.visits(visits);
            if (report.answer().has("nb_uniq_visitors")) {
                ours.put("nb_uniq_visitors", (int)
                        visits.stream().map(Visit::visitorId).distinct().count());
            }
            assertFigures(ours, report.answer(), report.toString());
        });
    }

    @Test
    void actions_by_kind() {
        hold(
                "Actions.get",
                report -> () -> assertFigures(Sums.actions(report.visits(LOG)), report.answer(), report.toString()));
    }

    @Test
    void conversions_of_new_and_of_returning_visitors() {
        hold("Goals.get", report -> () -> {
            List<Visit> visits = report.visits(LOG);
            List<Visit> returning = visits.stream().filter(Visit::returning).toList();
            Map<String, Number> ours = Sums.conversions(visits, conversion -> !Sums.isCart(conversion));
            Sums.conversions(returning, conversion -> !Sums.isCart(conversion))
                    .forEach((name, value) -> ours.put(name + "_returning_visit", value));
            assertFigures(ours, report.answer(), report.toString());
            assertEquals(
                    rate(
                            Sums.converted(visits, conversion -> !Sums.isCart(conversion)),
                            visits.size() - returning.size()),
                    report.answer().path("conversion_rate_new_visit").asText("0%"),
                    report.toString());
        });
    }

    private static String rate(int part, int whole) {
        double rate = whole == 0 ? 0 : Sums.money(100.0 * part / whole);
        return (rate == Math.rint(rate) ? Integer.toString((int) rate) : Double.toString(rate)) + "%";
    }

    @Test
    void orders_with_their_sums_and_items() {
        hold(
                "Goals.get.order",
                report -> () -> assertFigures(
                        Sums.purchases(report.visits(LOG), Conversion.ORDER), report.answer(), report.toString()));
    }

    @Test
    void visits_conversions_and_carts_by_channel() {
        hold(
                "Referrers.getReferrerType",
                report -> () ->
                        assertRows(report, visit -> visit.referrer().type().label()));
    }

    @Test
    void visits_conversions_and_carts_by_device() {
        hold("DevicesDetection.getType", report -> () -> assertRows(report, Visit::deviceType));
    }

    @Test
    void visits_by_website() {
        hold(
                "Referrers.getWebsites",
                report -> () -> assertRows(
                        report,
                        visit -> visit.referrer().type() == Referrer.Type.WEBSITE
                                ? visit.referrer().name()
                                : ""));
    }

    @Test
    void visits_by_campaign() {
        hold(
                "Referrers.getCampaigns",
                report -> () -> assertRows(
                        report,
                        visit -> visit.referrer().type() == Referrer.Type.CAMPAIGN
                                ? visit.referrer().name()
                                : ""));
    }

    private static void assertRows(RecordedPeriod report, Function<Visit, String> label) {
        Map<String, List<Visit>> ours = report.visits(LOG).stream()
                .filter(visit -> !label.apply(visit).isEmpty())
                .collect(Collectors.groupingBy(label, TreeMap::new, Collectors.toList()));
        Map<String, JsonNode> theirs = new TreeMap<>();
        report.answer().forEach(row -> {
            if (row.path("nb_visits").asInt() > 0) {
                theirs.put(row.path("label").asText(), row);
            }
        });
        assertEquals(theirs.keySet(), ours.keySet(), report.toString());
        ours.forEach((name, visits) -> assertRow(visits, theirs.get(name), report + ", " + name));
    }

    private static void assertRow(List<Visit> visits, JsonNode row, String where) {
        assertFigures(Sums.visits(visits), row, where);
        assertFigures(
                Sums.purchases(visits, Conversion.ORDER), row.at("/goals/idgoal=ecommerceOrder"), where + ", orders");
        assertFigures(
                Sums.purchases(visits, Conversion.ABANDONED_CART),
                row.at("/goals/idgoal=ecommerceAbandonedCart"),
                where + ", carts");
        Stream.of(1, 2)
                .forEach(goal -> assertFigures(
                        Sums.conversions(visits, conversion -> conversion.goal() == goal),
                        row.at("/goals/idgoal=" + goal),
                        where + ", goal " + goal));
    }

    @Test
    void time_spent_on_pages() {
        hold("Actions.getPageUrls", report -> () -> {
            int theirs = 0;
            for (JsonNode row : report.answer()) {
                theirs += row.path("sum_time_spent").asInt();
            }
            int ours = report.visits(LOG).stream()
                    .flatMap(visit -> visit.actions().stream())
                    .mapToInt(Action::timeSpent)
                    .sum();
            assertEquals(theirs, ours, report.toString());
        });
    }
}
