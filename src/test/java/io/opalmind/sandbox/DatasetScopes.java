package io.opalmind.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opalmind.sandbox.report.Report;
import io.opalmind.sandbox.report.Reports;
import io.opalmind.sandbox.report.Scope;
import io.opalmind.sandbox.report.Scope.Kind;
import io.opalmind.sandbox.report.Wish;
import io.opalmind.sandbox.site.Site;
import io.opalmind.sandbox.visits.Visit;
import io.opalmind.sandbox.visits.VisitLog;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** Answers the requests of the recorded reports, whose periods take few forms. */
final class DatasetScopes {
    private final VisitLog log;

    DatasetScopes(VisitLog log) {
        this.log = log;
    }

    JsonNode answer(JsonNode request) {
        Report report = Reports.find(request.get("method").asText());
        Site site = SampleSites.all().find(request.get("idSite").asInt());
        String goal = request.has("idGoal") ? request.get("idGoal").asText() : null;
        Wish wish = new Wish(request.path("flat").asInt() == 1, true, goal);
        String[] dates = request.get("date").asText().split(",");
        LocalDate first = LocalDate.parse(dates[0]);
        String period = request.get("period").asText();
        if (dates.length == 1 || period.equals("range")) {
            LocalDate last = period.equals("range") ? LocalDate.parse(dates[1]) : last(period, first);
            return report.answer(scope(site, period, first, last, true), wish);
        }
        ObjectNode series = JsonNodeFactory.instance.objectNode();
        LocalDate end = LocalDate.parse(dates[1]);
        for (LocalDate date = first;
                !date.isAfter(end);
                date = last(period, date).plusDays(1)) {
            LocalDate last = last(period, date);
            JsonNode answer = report.answer(scope(site, period, date, last, false), wish);
            series.set(date.equals(last) ? date.toString() : date + "," + last, answer);
        }
        return series;
    }

    private Scope scope(Site site, String period, LocalDate first, LocalDate last, boolean alone) {
        Instant from = first.atStartOfDay(site.zone()).toInstant();
        List<Visit> visits = log.visits(site.id(), from, Instant.parse("2100-01-01T00:00:00Z"));
        return new Scope(site, Kind.valueOf(period.toUpperCase(java.util.Locale.ROOT)), first, last, alone, visits);
    }

    private static LocalDate last(String period, LocalDate first) {
        return switch (period) {
            case "day" -> first;
            case "week" -> first.plusDays(6);
            case "month" -> first.with(TemporalAdjusters.lastDayOfMonth());
            default -> throw new IllegalArgumentException(period);
        };
    }
}
