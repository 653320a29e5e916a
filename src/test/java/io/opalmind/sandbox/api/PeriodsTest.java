package io.opalmind.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
    void onePeriod(String period, String date, String kind, LocalDate first, LocalDate last) {
        Periods periods = Periods.of(period, date, DATES);

        assertThat(periods.series()).isFalse();
        assertThat(periods.all()).hasSize(1);
        assertThat(periods.all().get(0).kind().name()).isEqualTo(kind);
        assertThat(periods.all().get(0).first()).isEqualTo(first);
        assertThat(periods.all().get(0).last()).isEqualTo(last);
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

        assertThat(periods.series()).isTrue();
        assertThat(periods.all().stream().map(Period::key)).containsExactly(keys.split(" "));
    }

    @Test
    void monthsBeforeTheEndOfALongOneAreShort() {
        Periods periods = Periods.of("month", "last2", new Dates(LocalDate.of(2026, 3, 31)));

        assertThat(periods.all().stream().map(Period::key)).containsExactly("2026-02", "2026-03");
    }

    @Test
    void seriesAreCutWhereMatomoCutsThem() {
        assertThat(Periods.of("day", "last999999", DATES).all()).hasSize(1825);
        assertThat(Periods.of("week", "last999999", DATES).all()).hasSize(520);
        assertThat(Periods.of("month", "last999999", DATES).all()).hasSize(120);
        assertThat(Periods.of("year", "last999999", DATES).all()).hasSize(10);
    }

    @ParameterizedTest
    @CsvSource({"day,'1999-01-01,2026-11-24'", "range,'1999-01-01,2026-11-24'"})
    void whatWouldTakeTooLongIsRefused(String period, String date) {
        assertThatThrownBy(() -> Periods.of(period, date, DATES))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("The sandbox does not compute");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2026-13-01", "tomorrowish", "2026-11", "2026-11-01,2026-02-30"})
    void dateThatIsNone(String date) {
        assertThatThrownBy(() -> Periods.of("day", date, DATES))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Date format must be: YYYY-MM-DD, or 'today'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"today", "2026-11-01", "2026-11-02,2026-11-01", "lastMonth"})
    void rangeThatIsNone(String date) {
        assertThatThrownBy(() -> Periods.of("range", date, DATES))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The date '" + date + "' is not a correct date range.");
    }

    @Test
    void todayIsTheSites() {
        Clock night = Clock.fixed(Instant.parse("2026-11-02T03:30:00Z"), ZoneOffset.UTC);
        Parameters asked = new Parameters(Map.of("period", "day", "date", "today"));

        assertThat(Periods.of(asked, ZoneId.of("America/New_York"), night).first())
                .isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(Periods.of(asked, ZoneOffset.UTC, night).first()).isEqualTo(LocalDate.of(2026, 11, 2));
    }
}
