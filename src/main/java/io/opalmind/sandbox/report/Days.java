package io.opalmind.sandbox.report;

import io.opalmind.sandbox.visits.Conversion;
import io.opalmind.sandbox.visits.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A scope's visits, cut at midnight of the site's zone. */
final class Days {
    private static final Day NOTHING = new Day(List.of(), List.of(), List.of());

    private final ZoneId zone;
    private final Map<LocalDate, Day> days = new HashMap<>();

    Days(Scope scope) {
        zone = scope.site().zone();
        for (Visit visit : scope.visits()) {
            day(visit.lastAction()).visits().add(visit);
            for (Step step : Step.of(visit)) {
                day(step.action().time()).steps().add(step);
            }
            for (Conversion conversion : visit.conversions()) {
                day(conversion.time()).gains().add(new Day.Gain(visit, conversion));
            }
        }
    }

    /** What happened on a day. */
    Day on(LocalDate date) {
        return days.getOrDefault(date, NOTHING);
    }

    private Day day(Instant time) {
        return days.computeIfAbsent(
                LocalDate.ofInstant(time, zone),
                date -> new Day(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }
}
