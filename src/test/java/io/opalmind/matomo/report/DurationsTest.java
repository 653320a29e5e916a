package io.opalmind.matomo.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.opalmind.matomo.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "344, 344",
        "344.5, 344.5",
        "'1,344', 1344",
        "5 min 44s, 344",
        "5m 44s, 344",
        "44s, 44",
        "1h, 3600",
        "2 days 3 hours 4 min 5s, 183845",
        "1.5h, 5400",
        "00:05:44, 344",
        "5:44, 344",
        "0s, 0"
    })
    void duration_written_for_people_is_seconds(String written, double seconds) {
        assertEquals(seconds, Durations.seconds(new Value.Text(written)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "n/a",
                "-",
                "s",
                ":",
                "1:2:3:4",
                "1::2",
                "99999999999:00",
                "1.1.1h",
                "5 parsecs",
                "min 5",
                "9999999999999999s",
                "x5s"
            })
    void other_text_is_none(String written) {
        assertNull(Durations.seconds(new Value.Text(written)));
    }

    @Test
    void number_is_seconds_and_nothing_else_is() {
        assertEquals(344.0, Durations.seconds(Value.Num.of(344)));
        assertNull(Durations.seconds(null));
        assertNull(Durations.seconds(Value.Nothing.INSTANCE));
        assertNull(Durations.seconds(new Value.Flag(true)));
    }
}
