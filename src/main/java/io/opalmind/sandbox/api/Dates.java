package io.opalmind.sandbox.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of {@code date}, as Matomo reads them.
 *
 * @param today in the zone that counts
 */
record Dates(LocalDate today) {
    private static final String NUMBERS = "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}";
    private static final Pattern DAY = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
    private static final Pattern PAIR = Pattern.compile("(" + NUMBERS + "),(" + NUMBERS + "|today|now|yesterday)");
    private static final Pattern LAST = Pattern.compile("(last|previous)([0-9]{0,6})");

    /**
     * A span of days.
     *
     * @param count of periods that end at {@code last}; 0 where {@code first} says it
     */
    record Span(@Nullable LocalDate first, LocalDate last, int count, boolean previous) {}

    /** One day. */
    LocalDate day(String text) {
        return switch (text.toLowerCase(Locale.ROOT).replaceAll("[ -](?=week|month|year)", "")) {
            case "today", "now" -> today;
            case "yesterday", "yesterdaysametime" -> today.minusDays(1);
            case "lastweek" -> today.minusWeeks(1);
            case "lastmonth" -> today.minusMonths(1);
            case "lastyear" -> today.minusYears(1);
            default -> written(text);
        };
    }

    private static LocalDate written(String text) {
        Matcher parts = DAY.matcher(text);
        if (!parts.matches()) {
            throw Errors.badDate();
        }
        try {
            return LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
        } catch (DateTimeException none) {
            throw Errors.badDate();
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    /** {@code lastN}, {@code previousN} or {@code A,B}; null for anything else. */
    @Nullable
    Span span(String text) {
        Matcher pair = PAIR.matcher(text.strip());
        if (pair.matches()) {
            return new Span(day(pair.group(1)), day(pair.group(2)), 0, false);
        }
        Matcher last = LAST.matcher(text);
        if (!last.matches()) {
            return null;
        }
        int count = last.group(2).isEmpty() ? 1 : Math.max(1, number(last, 2));
        return new Span(null, today, count, last.group(1).equals("previous"));
    }
}
