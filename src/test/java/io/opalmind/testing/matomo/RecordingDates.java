package io.opalmind.testing.matomo;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Matomo's dates, resolved on the day of the recordings, so that {@code last7} finds {@code 2026-11-18,2026-11-24}. */
final class RecordingDates {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static final Pattern SPAN = Pattern.compile("(last|previous)(\\d{1,4})");

    private RecordingDates() {}

    /** The date in one canonical form, or null where Matomo would not understand it. */
    static @Nullable String canonical(String period, String date) {
        Matcher span = SPAN.matcher(date);
        if (span.matches()) {
            return span(period, span.group(1), Integer.parseInt(span.group(2)));
        }
        int comma = date.indexOf(',');
        LocalDate first = single(comma < 0 ? date : date.substring(0, comma));
        if (comma < 0) {
            return first == null ? null : start(period, first).toString();
        }
        LocalDate last = single(date.substring(comma + 1));
        return first == null || last == null ? null : start(period, first) + "," + start(period, last);
    }

    private static String span(String period, String word, int count) {
        ChronoUnit unit = unit(period);
        LocalDate last = word.equals("last") ? TODAY : TODAY.minus(1, unit);
        LocalDate first = last.minus(Math.max(0, count - 1), unit);
        return start(period, first) + "," + start(period, last);
    }

    private static @Nullable LocalDate single(String date) {
        try {
            return switch (date.toLowerCase(Locale.ROOT)) {
                case "today", "now" -> TODAY;
                case "yesterday", "yesterdaysametime" -> TODAY.minusDays(1);
                case "tomorrow" -> TODAY.plusDays(1);
                case "lastweek", "last-week" -> TODAY.minusWeeks(1);
                case "lastmonth", "last-month" -> TODAY.minusMonths(1);
                case "lastyear", "last-year" -> TODAY.minusYears(1);
                default -> LocalDate.parse(date);
            };
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    /** The first day of the period, since any day of a month names the month. */
    private static LocalDate start(String period, LocalDate day) {
        return switch (period) {
            case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "month" -> day.withDayOfMonth(1);
            case "year" -> day.withDayOfYear(1);
            default -> day;
        };
    }

    private static ChronoUnit unit(String period) {
        return switch (period) {
            case "week" -> ChronoUnit.WEEKS;
            case "month" -> ChronoUnit.MONTHS;
            case "year" -> ChronoUnit.YEARS;
            default -> ChronoUnit.DAYS;
        };
    }
}
