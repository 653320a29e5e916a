package io.opalmind.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** Refuses periods and dates that Matomo cannot mean anything by. What it may understand is left to it. */
final class Dates {
    private static final List<String> PERIODS = List.of("day", "week", "month", "year", "range");

    private Dates() {}

    static void check(String period, String date) {
        if (!PERIODS.contains(period)) {
            throw new UsageException("No period '" + period + "'. " + Names.didYouMean(period, PERIODS));
        }
        if (date.isEmpty()) {
            throw new UsageException("--date is empty.");
        }
        String[] ends = date.split(",", -1);
        if (ends.length > 2) {
            throw wrong(date);
        }
        for (String end : ends) {
            checkDay(end, date);
        }
        boolean counted = date.startsWith("last") || date.startsWith("previous");
        if (period.equals("range") && ends.length == 1 && !counted) {
            throw new UsageException("--period range needs two dates, as in --date 2026-11-01,2026-11-24, or last30.");
        }
    }

    /** A day that looks like one must be one: Matomo's message for the 45th of the 13th month helps nobody. */
    private static void checkDay(String end, String date) {
        if (end.isEmpty()) {
            throw wrong(date);
        }
        if (Character.isDigit(end.charAt(0))) {
            try {
                LocalDate.parse(end);
            } catch (DateTimeException e) {
                throw wrong(date);
            }
        }
    }

    private static UsageException wrong(String date) {
        return new UsageException(
                "--date '" + date + "' is no date; write today, yesterday, 2026-11-24, last7, previous4 or START,END.");
    }
}
