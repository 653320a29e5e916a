package io.opalmind.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.TreeSet;

/**
 * What {@code total.log} says: the sum of all hours that were folded, the first of them, and which of them it holds
 * although their logs may still be there.
 *
 * <pre>
 * &#64;from 2026-10-01T00
 * &#64;holds 2026-10-20T20
 * popularUrls hits 12
 * </pre>
 *
 * @param from the first hour that was folded; after all hours where none was
 * @param holds hours whose logs count no more
 * @param tally the sum
 */
record StatsTotals(String from, TreeSet<String> holds, Tally tally) {
    private static final String FROM = "@from ";
    private static final String HOLDS = "@holds ";
    private static final String NO_HOUR = "~";

    static StatsTotals none() {
        return new StatsTotals(NO_HOUR, new TreeSet<>(), new Tally());
    }

    static StatsTotals read(BufferedReader file) throws IOException {
        StatsTotals totals = none();
        String from = NO_HOUR;
        for (String line = file.readLine(); line != null; line = file.readLine()) {
            if (line.startsWith(FROM)) {
                from = earlier(from, line.substring(FROM.length()));
            } else if (line.startsWith(HOLDS)) {
                totals.holds.add(line.substring(HOLDS.length()));
            } else {
                totals.tally.addLine(line);
            }
        }
        return totals.from(from);
    }

    /** These totals with one more hour in them, whose log was added to the tally. */
    StatsTotals with(String hour) {
        holds.add(hour);
        return from(earlier(from, hour));
    }

    /** These totals when the logs of the hours that they hold are gone. */
    StatsTotals settled() {
        return new StatsTotals(from, new TreeSet<>(), tally);
    }

    String text() {
        StringBuilder text = new StringBuilder(1024);
        if (HourName.isHour(from)) {
            text.append(FROM).append(from).append('\n');
        }
        for (String hour : holds) {
            text.append(HOLDS).append(hour).append('\n');
        }
        tally.appendTo(text);
        return text.toString();
    }

    private StatsTotals from(String hour) {
        return new StatsTotals(hour, holds, tally);
    }

    private static String earlier(String one, String other) {
        return HourName.isHour(other) && other.compareTo(one) < 0 ? other : one;
    }
}
