package io.opalmind.sandbox.visits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhpQueryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a+b%20c | a b c",
                "%C3%A9é%e2%82%ac | éé€",
                "100% | 100%",
                "%4 | %4",
                "%zz%41 | %zzA",
                "a=b=c | a=b=c",
                "%F0%9F%98%80😀 | 😀😀",
                "%ff | \uFFFD",
                "%00 | '\u0000'"
            })
    void value_is_decoded_as_php_decodes_it(String sent, String value) {
        assertEquals(Map.of("x", value), PhpQuery.parse("x=" + sent));
    }

    @Test
    void last_of_a_name_counts_and_empty_names_are_none() {
        assertEquals(Map.of("a", "2", "b", "", "c", ""), PhpQuery.parse("a=1&&b&=x&c=&a=2"));
    }

    @Test
    void percent_at_the_end_of_a_value_does_not_reach_into_the_next() {
        assertEquals(Map.of("a", "%", "41", "1"), PhpQuery.parse("a=%&41=1"));
    }

    @Test
    void query_wins_over_form() {
        assertEquals(Map.of("a", "1", "b", "2"), PhpQuery.parse("a=1", "a=3&b=2"));
    }

    @Test
    void names_may_have_brackets() {
        assertEquals(Map.of("urls[0]", "method=x"), PhpQuery.parse("urls%5B0%5D=method%3Dx"));
    }
}
