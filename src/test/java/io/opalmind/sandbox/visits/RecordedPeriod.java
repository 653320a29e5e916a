package io.opalmind.sandbox.visits;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.sandbox.Dataset;
import io.opalmind.sandbox.SampleSites;
import io.opalmind.sandbox.site.Site;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the real Matomo answered for one site and one period.
 *
 * @param first day
 * @param last day, inclusive
 */
record RecordedPeriod(String method, Site site, LocalDate first, LocalDate last, JsonNode answer) {
    private static final List<String> SHAPES = List.of("day", "day-series", "week-series", "month", "range");

    /** All recordings of a method, a series cut into its periods: days, weeks, a month and a range of both sites. */
    static List<RecordedPeriod> of(String method) {
        List<RecordedPeriod> reports = new ArrayList<>();
        for (Site site : SampleSites.all().all()) {
            for (String shape : SHAPES) {
                String file = "site" + site.id() + "." + method + "." + shape + ".json";
                JsonNode recording = Dataset.json("reports/" + file);
                JsonNode answer = recording.path("response");
                if (shape.endsWith("series")) {
                    answer.properties().forEach(one -> reports.add(report(method, site, one.getKey(), one.getValue())));
                } else {
                    String date = recording.path("request").path("date").asText();
                    reports.add(report(method, site, shape.equals("month") ? month(date) : date, answer));
                }
            }
        }
        return reports;
    }

    private static String month(String date) {
        LocalDate first = LocalDate.parse(date).withDayOfMonth(1);
        return first + "," + first.plusMonths(1).minusDays(1);
    }

    private static RecordedPeriod report(String method, Site site, String days, JsonNode answer) {
        String[] ends = days.split(",", -1);
        return new RecordedPeriod(
                method, site, LocalDate.parse(ends[0]), LocalDate.parse(ends[ends.length - 1]), answer);
    }

    /** The visits of the period. */
    List<Visit> visits(VisitLog log) {
        return log.visits(
                site.id(),
                first.atStartOfDay(site.zone()).toInstant(),
                last.plusDays(1).atStartOfDay(site.zone()).toInstant());
    }

    @Override
    public String toString() {
        return method + " of site " + site.id() + ", " + first + " to " + last;
    }
}
