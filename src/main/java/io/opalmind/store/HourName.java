package io.opalmind.store;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An hour of UTC as {@code 2026-11-24T20}: names of hours sort as the hours do. Made without a formatter, as it stands
 * in the way of every cached query.
 */
final class HourName {
    static final int LENGTH = 13;
    private static final long MILLIS_PER_HOUR = 3_600_000;
    private static final int HOURS_PER_DAY = 24;
    /** 9999-12-31T23. */
    private static final Instant LAST = Instant.ofEpochSecond(253_402_297_200L);

    private static final String PATTERN = "dddd-dd-ddTdd";

    private HourName() {}

    /** @param epochMillis in the years 0 to 9999 */
    static String of(long epochMillis) {
        long hour = Math.floorDiv(epochMillis, MILLIS_PER_HOUR);
        long ofDay = Math.floorMod(hour, HOURS_PER_DAY);
        StringBuilder name = new StringBuilder(LENGTH)
                .append(LocalDate.ofEpochDay(Math.floorDiv(hour, HOURS_PER_DAY)))
                .append(ofDay < 10 ? "T0" : "T");
        return name.append(ofDay).toString();
    }

    /** The hour of any instant; those before 1970 and after 9999 count as the first and the last. */
    static String of(Instant instant) {
        if (instant.isBefore(Instant.EPOCH)) {
            return of(0);
        }
        return of((instant.isAfter(LAST) ? LAST : instant).toEpochMilli());
    }

    static boolean isHour(String name) {
        if (name.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = name.charAt(i);
            char wanted = PATTERN.charAt(i);
            if (wanted == 'd' ? c < '0' || c > '9' : c != wanted) {
                return false;
            }
        }
        return true;
    }
}
