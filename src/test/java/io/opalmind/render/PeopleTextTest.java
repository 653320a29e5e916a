package io.opalmind.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleTextTest {
    private final PeopleText text = new PeopleText();

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "74, 74",
        "3.2, 3.2",
        "2.9302, 2.93",
        "358.9678260869565, 358.97",
        "2.50, 2.5",
        "0.0, 0",
        "0.004, 0.00",
        "-0.004, 0.00",
        "-12.345, -12.35",
        "1e3, 1000",
        "1.5E2, 150",
        "100.0, 100",
        "1.0E-10, 0.00",
        "1.5e+2, 150",
        "1e100, 1e100"
    })
    void numbers_have_two_decimals_at_most(String digits, String expected) {
        assertEquals(expected, text.of(new Value.Num(digits)));
    }

    @ParameterizedTest
    @CsvSource({
        "30, 30 EUR",
        "12.5, 12.50 EUR",
        "1313.05, 1313.05 EUR",
        "14.700000000000001, 14.70 EUR",
        "-0.005, -0.01 EUR"
    })
    void money_that_is_not_whole_has_two_decimals(String digits, String expected) {
        assertEquals(expected, text.of(amount(digits, "currency", "EUR")));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0s",
        "0.4, 0.4s",
        "59, 59s",
        "60, 1m 0s",
        "236.97297297297297, 3m 57s",
        "3600, 1h 0m 0s",
        "90061, 25h 1m 1s",
        "-90, -1m 30s",
        "1e300, 1e300s"
    })
    void seconds_read_as_a_clock(String digits, String expected) {
        assertEquals(expected, text.of(amount(digits, "unit", "seconds")));
    }

    @Test
    void other_units_stay_with_their_number() {
        assertEquals("13 ms", text.of(amount("13", "unit", "ms")));
    }

    @Test
    void an_object_that_only_resembles_money_is_shown_as_json() {
        assertEquals(
                "{\"value\":1,\"currency\":\"EUR\",\"more\":2}",
                text.of(amount("1", "currency", "EUR").put("more", 2)));
    }

    @Test
    void monstrous_numbers_cost_nothing() {
        String digits = "1e999999999";
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertEquals(digits, text.of(new Value.Num(digits))));
        String fine = "1e-999999999";
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertEquals(fine + " EUR", text.of(amount(fine, "currency", "EUR"))));
    }

    @ParameterizedTest
    @CsvSource({
        "34%, true",
        "7.82%, true",
        "-5%, true",
        "+5.%, true",
        "%, false",
        "1.2.3%, false",
        "x%, false",
        "34, false"
    })
    void percentages_count_as_numbers(String words, boolean number) {
        assertEquals(number, PeopleText.isNumber(new Value.Text(words)));
        assertTrue(number == (Percent.of(words) != null));
    }

    private static Row amount(String digits, String name, String word) {
        return new Row().put("value", new Value.Num(digits)).put(name, word);
    }
}
