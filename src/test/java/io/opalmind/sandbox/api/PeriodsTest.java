package io.opalmind.sandbox.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.sandbox.report.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodsTest {
    /** A Tuesday. */
    private static final Dates DATES = new Dates(LocalDate.of(2026, 11, 24));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            day   | 2026-11-01          | DAY   | 2026-11-01 | 2026-11-01
            day   | 2026-2-3            | DAY   | 2026-02-03 | 2026-02-03
            day   | today               | DAY   | 2026-11-24 | 2026-11-24
            day   | yesterday           | DAY   | 2026-11-23 | 2026-11-23
            day   | last Week           | DAY   | 2026-11-17 | 2026-11-17
            week  | today               | WEEK  | 2026-11-23 | 2026-11-29
            week  | 2026-11-01          | WEEK  | 2026-10-26 | 2026-11-01
            week  | lastWeek            | WEEK  | 2026-11-16 | 2026-11-22
            month | lastMonth           | MONTH | 2026-10-01 | 2026-10-31
            month | 2024-02-29          | MONTH | 2024-02-01 | 2024-02-29
            year  | lastYear            | YEAR  | 2025-01-01 | 2025-12-31
            range | last7               | RANGE | 2026-11-18 | 2026-11-24
            range | previous7           | RANGE | 2026-11-17 | 2026-11-23
            range | 2026-11-01,today    | RANGE | 2026-11-01 | 2026-11-24
            range | 2026-11-01,yesterday | RANGE | 2026-11-01 | 2026-11-23
            range | 2026-11-02,2026-11-02 | DAY | 2026-11-02 | 2026-11-02
            """)
    void one_period(String period, String date, Scope.Kind kind, LocalDate first, LocalDate last) {
        Periods periods = Periods.of(period, date, DATES);

        assertFalse(periods.series());
        assertEquals(List.of(new Period(kind, first, last)), periods.all());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            day   | last2                 | 2026-11-23 2026-11-24
            day   | previous2             | 2026-11-22 2026-11-23
            day   | 2026-10-31,2026-11-02 | 2026-10-31 2026-11-01 2026-11-02
            day   | 2026-11-02,2026-11-02 | 2026-11-02
            week  | last2                 | 2026-11-16,2026-11-22 2026-11-23,2026-11-29
            week  | previous1             | 2026-11-16,2026-11-22
            week  | 2026-10-28,2026-11-02 | 2026-10-26,2026-11-01 2026-11-02,2026-11-08
            month | last3                 | 2026-09 2026-10 2026-11
            month | 2025-12-31,2026-01-01 | 2025-12 2026-01
            year  | last2                 | 2025 2026
            """)
    void series(String period, String date, String keys) {
        Periods periods = Periods.of(period, date, DATES);

        assertTrue(periods.series());
        assertEquals(List.of(keys.split(" ")), keys(periods));
    }

    @Test
    void months_before_the_end_of_a_long_one_are_short() {
        Periods periods = Periods.of("month", "last2", new Dates(LocalDate.of(2026, 3, 31)));

        assertEquals(List.of("2026-02", "2026-03"), keys(periods));
    }

    private static List<String> keys(Periods periods) {
        return periods.all().stream().map(Period::key).toList();
    }

    @Test
    void series_are_cut_where_matomo_cuts_them() {
        assertEquals(1825, Periods.of("day", "last999999", DATES).all().size());
        assertEquals(520, Periods.of("week", "last999999", DATES).all().size());
        assertEquals(120, Periods.of("month", "last999999", DATES).all().size());
        assertEquals(10, Periods.of("year", "last999999", DATES).all().size());
    }

    @ParameterizedTest
    @CsvSource({"day,'1999-01-01,2026-11-24'", "range,'1999-01-01,2026-11-24'"})
    void what_would_take_too_long_is_refused(String period, String date) {
        assertRefused(period, date, "The sandbox does not compute");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2026-13-01", "tomorrowish", "2026-11", "2026-11-01,2026-02-30"})
    void date_that_is_none(String date) {
        assertRefused("day", date, "Date format must be: YYYY-MM-DD, or 'today'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"today", "2026-11-01", "2026-11-02,2026-11-01", "lastMonth"})
    void range_that_is_none(String date) {
        assertRefused("range", date, "The date '" + date + "' is not a correct date range.");
    }

    private static void assertRefused(String period, String date, String message) {
        String words = assertThrows(Refusal.class, () -> Periods.of(period, date, DATES))
                .words();

        assertTrue(words.startsWith(message), words);
    }

    @Test
    void today_is_the_sites() {
        Clock night = Clock.fixed(Instant.parse("2026-11-02T03:30:00Z"), ZoneOffset.UTC);
        Parameters asked = new Parameters(Map.of("period", "day", "date", "today"));

        assertEquals(
                LocalDate.of(2026, 11, 1),
                Periods.of(asked, ZoneId.of("America/New_York"), night).first());
        assertEquals(
                LocalDate.of(2026, 11, 2),
                Periods.of(asked, ZoneOffset.UTC, night).first());
    }
}
