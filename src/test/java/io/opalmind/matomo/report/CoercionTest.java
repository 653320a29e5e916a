package io.opalmind.matomo.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.opalmind.matomo.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoercionTest {
    /** Expected as node prints them. */
    @ParameterizedTest
    @CsvSource({
        "253.67000000000002, 253.67000000000002",
        "236.97297297297297, 236.97297297297297",
        "0.1, 0.1",
        "-0.0, 0",
        "74, 74",
        "2e-7, 2e-7",
        "0.000001, 0.000001",
        "1.5e-9, 1.5e-9",
        "123456789012345680000, 123456789012345680000",
        "1e21, 1e+21",
        "-1.25e300, -1.25e+300"
    })
    void number_is_written_in_the_digits_of_javascript(double number, String digits) {
        assertEquals(new Value.Num(digits), Coercion.of(number));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN})
    void number_without_digits_is_null(double number) {
        assertSame(Value.Nothing.INSTANCE, Coercion.of(number));
    }

    @Test
    void text_of_more_digits_than_a_parser_takes_stays_a_text() {
        Value.Text digits = new Value.Text("8".repeat(2000));
        assertSame(digits, Coercion.number(digits));
        assertEquals(new Value.Num("8".repeat(40)), Coercion.number(new Value.Text("8".repeat(40))));
    }

    @ParameterizedTest
    @CsvSource({
        "74, 74",
        "-3, -3",
        "0, 0",
        "3.20, 3.20",
        "253.67000000000002, 253.67000000000002",
        "' 7 ', 7",
        "007, 7",
        "+5, 5",
        ".5, 0.5",
        "5., 5"
    })
    void numeric_text_is_a_number_in_its_own_digits(String text, String digits) {
        assertEquals(new Value.Num(digits), Coercion.number(new Value.Text(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "34%",
                "1,234",
                "n/a",
                "1e5",
                "1e999999999",
                "0x10",
                "--1",
                "1.2.3",
                "-",
                ".",
                "٣",
                "NaN"
            })
    void other_text_stays_text(String text) {
        Value value = new Value.Text(text);
        assertSame(value, Coercion.number(value));
    }

    /** Matomo writes false where an event never had a value; the SDK makes it 0. */
    @Test
    void flags_are_0_and_1() {
        assertEquals(Value.Num.of(0), Coercion.number(new Value.Flag(false)));
        assertEquals(Value.Num.of(1), Coercion.number(new Value.Flag(true)));
    }

    @Test
    void grouped_digits_are_a_number_where_that_is_known() {
        assertEquals(new Value.Num("1234567.8"), Coercion.grouped(new Value.Text("1,234,567.8")));
    }
}
