package io.opalmind.sandbox;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * How far hits are moved in time: whole days of 24 hours, so that the time between any two hits stays as it is, and with it
 * the visits that they make. In a zone with summer time the hour of the day shifts by one where the clocks changed in between.
 *
 * @param days forward, or back where negative
 */
public record Moving(long days) {
    /** Hits stay where they are. */
    public static final Moving NONE = new Moving(0);

    private static final long DAY_SECONDS = 86_400;

    /** Moves a day to the day before today, in UTC. */
    public static Moving toYesterday(LocalDate day, Clock clock) {
        long today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
        return new Moving(today - 1 - day.toEpochDay());
    }

    long seconds() {
        return days * DAY_SECONDS;
    }

    /** A {@code cdt} in Unix seconds, moved; anything else stays as it was sent. */
    String move(String cdt) {
        try {
            return days == 0 ? cdt : Long.toString(Math.addExact(Long.parseLong(cdt), seconds()));
        } catch (NumberFormatException | ArithmeticException other) {
            return cdt;
        }
    }
}
