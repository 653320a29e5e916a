package io.opalmind.sandbox.api;

import io.opalmind.sandbox.report.Scope.Kind;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The periods that a request asks for.
 *
 * @param series whether the answer is keyed by period
 */
record Periods(List<Period> all, boolean series) {
    /** Five years of days, the most that Matomo itself gives for {@code lastN}. */
    private static final int MOST = 5 * 365;
    /** Longer ranges are refused, in days. */
    private static final int LONGEST = 10 * 366;

    /** @param zone in which {@code today} is */
    static Periods of(Parameters asked, ZoneId zone, Clock clock) {
        return of(asked.require("period"), asked.require("date"), new Dates(LocalDate.now(clock.withZone(zone))));
    }

    static Periods of(String period, String date, Dates dates) {
        Kind kind = kind(period);
        return kind == Kind.RANGE ? range(date, dates) : series(kind, date, dates);
    }

    private static Kind kind(String period) {
        return switch (period) {
            case "day" -> Kind.DAY;
            case "week" -> Kind.WEEK;
            case "month" -> Kind.MONTH;
            case "year" -> Kind.YEAR;
            case "range" -> Kind.RANGE;
            default -> throw Errors.periodUnknown(period);
        };
    }

    /** Matomo takes a range from a day to the same day for that day, unique visitors and all. */
    private static Periods range(String date, Dates dates) {
        int comma = date.indexOf(',');
        if (comma >= 0 && date.substring(0, comma).equals(date.substring(comma + 1))) {
            return one(Period.around(Kind.DAY, dates.day(date.substring(0, comma))));
        }
        Dates.Span span = dates.span(date);
        if (span == null) {
            throw Errors.badRange(date);
        }
        LocalDate last = span.previous() ? span.last().minusDays(1) : span.last();
        LocalDate first = span.first();
        if (first == null) {
            first = last.minusDays(Math.min(span.count(), MOST) - 1L);
        }
        if (first.isAfter(last)) {
            throw Errors.badRange(date);
        }
        if (ChronoUnit.DAYS.between(first, last) > LONGEST) {
            throw Errors.notCovered("ranges of more than ten years");
        }
        return one(new Period(Kind.RANGE, first, last));
    }

    private static Periods one(Period period) {
        return new Periods(List.of(period), false);
    }

    private static Periods series(Kind kind, String date, Dates dates) {
        Dates.Span span = dates.span(date);
        if (span == null) {
            return one(Period.around(kind, dates.day(date)));
        }
        LocalDate last = span.previous() ? Period.earlier(kind, span.last(), 1) : span.last();
        LocalDate first = span.first();
        if (first == null) {
            first = Period.earlier(kind, last, Math.min(span.count(), most(kind)) - 1);
        }
        return new Periods(between(kind, first, last), true);
    }

    private static int most(Kind kind) {
        return switch (kind) {
            case DAY, RANGE -> MOST;
            case WEEK -> 10 * 52;
            case MONTH -> 10 * 12;
            case YEAR -> 10;
        };
    }

    /** The periods that hold these days; at least that of the last one. */
    private static List<Period> between(Kind kind, LocalDate first, LocalDate last) {
        List<Period> periods = new ArrayList<>();
        Period period = Period.around(kind, last);
        periods.add(period);
        while (period.first().isAfter(first)) {
            if (periods.size() == MOST) {
                throw Errors.notCovered("series of more than " + MOST + " periods");
            }
            period = period.before();
            periods.add(period);
        }
        Collections.reverse(periods);
        return periods;
    }

    LocalDate first() {
        return all.get(0).first();
    }

    LocalDate last() {
        return all.get(all.size() - 1).last();
    }
}
