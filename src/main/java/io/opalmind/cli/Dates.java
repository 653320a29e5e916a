package io.opalmind.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses periods and dates that Matomo cannot mean anything by. What it may understand is left to it. */
final class Dates {
    static final List<String> PERIODS = List.of("day", "week", "month", "year", "range");
    /** What is asked for most often. */
    static final List<String> USUAL = List.of("today", "yesterday", "last7", "last30", "previous7");

    private static final List<String> COUNTS_NOTHING = List.of("last", "previous", "last0", "previous0");

    private Dates() {}

    static void check(String period, String date) {
        if (!PERIODS.contains(period)) {
            throw new UsageException("No period '" + period + "'. " + Names.didYouMean(period, PERIODS));
        }
        if (date.isEmpty()) {
            throw new UsageException("--date is empty; leave it out for today.");
        }
        String[] ends = date.split(",", -1);
        if (ends.length > 2) {
            throw wrong(date);
        }
        LocalDate first = day(ends[0], date);
        LocalDate last = day(ends[ends.length - 1], date);
        if (first != null && last != null && first.isAfter(last)) {
            throw new UsageException("--date '" + date + "' ends before it starts; write the earlier day first.");
        }
        boolean counted = date.startsWith("last") || date.startsWith("previous");
        if (period.equals("range") && ends.length == 1 && !counted) {
            throw new UsageException("--period range needs two dates, as in --date 2026-11-01,2026-11-24, or last30.");
        }
    }

    /**
     * The day, or null where the words are Matomo's to understand. What looks like a day must be one: Matomo's message for
     * the 45th of the 13th month helps nobody.
     */
    private static @Nullable LocalDate day(String end, String date) {
        if (end.isEmpty() || COUNTS_NOTHING.contains(end)) {
            throw wrong(date);
        }
        if (!Character.isDigit(end.charAt(0))) {
            return null;
        }
        try {
            return LocalDate.parse(end);
        } catch (DateTimeException e) {
            throw wrong(date);
        }
    }

    private static UsageException wrong(String date) {
        return new UsageException(
                "--date '" + date + "' is no date; write today, yesterday, 2026-11-24, last7, previous4 or START,END.");
    }
}
