package io.opalmind.sandbox.api;

import io.opalmind.sandbox.report.Scope.Kind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * Days that a report is made of.
 *
 * @param last inclusive
 */
record Period(Kind kind, LocalDate first, LocalDate last) {
    /** The day, week, month or year that a day belongs to. */
    static Period around(Kind kind, LocalDate day) {
        return switch (kind) {
            case DAY, RANGE -> new Period(kind, day, day);
            case WEEK -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new Period(kind, monday, monday.plusDays(6));
            }
            case MONTH -> new Period(kind, day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth()));
            case YEAR -> new Period(kind, day.withDayOfYear(1), day.with(TemporalAdjusters.lastDayOfYear()));
        };
    }

    /** The day that lies some periods earlier; of a range, days. */
    static LocalDate earlier(Kind kind, LocalDate day, int count) {
        return switch (kind) {
            case DAY, RANGE -> day.minusDays(count);
            case WEEK -> day.minusWeeks(count);
            case MONTH -> day.minusMonths(count);
            case YEAR -> day.minusYears(count);
        };
    }

    Period before() {
        return around(kind, first.minusDays(1));
    }

    /** What Matomo names it in a series. */
    String key() {
        return switch (kind) {
            case DAY -> first.toString();
            case WEEK, RANGE -> first + "," + last;
            case MONTH -> first.toString().substring(0, 7);
            case YEAR -> first.toString().substring(0, 4);
        };
    }
}
