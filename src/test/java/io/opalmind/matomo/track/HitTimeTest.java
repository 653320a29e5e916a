package io.opalmind.matomo.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HitTimeTest {
    @ParameterizedTest
    @CsvSource({
        "1792887654, 2026-10-25T00:20:54Z",
        "1792887654123, 2026-10-25T00:20:54.123Z",
        "1792887654.9, 2026-10-25T00:20:54Z",
        "0, 1970-01-01T00:00:00Z",
        "2026-11-24, 2026-11-24T00:00:00Z",
        "2026-11-24T18:30, 2026-11-24T18:30:00Z",
        "2026-11-24 18:30:05, 2026-11-24T18:30:05Z",
        "2026-11-24T18:30:05Z, 2026-11-24T18:30:05Z",
        "2026-11-24t18:30:05z, 2026-11-24T18:30:05Z",
        "2026-11-24T18:30:05.5Z, 2026-11-24T18:30:05.500Z",
        "2026-11-24T18:30:05.123456789+01:00, 2026-11-24T17:30:05.123Z",
        "2026-11-24T18:30:05-0530, 2026-11-25T00:00:05Z",
        "2026-11-24T18:30+02, 2026-11-24T16:30:00Z",
        "2024-02-29T00:00:00+14:00, 2024-02-28T10:00:00Z",
        "' 1792887654 ', 2026-10-25T00:20:54Z",
    })
    void time_is_read_and_kept_in_utc(String text, String expected) {
        assertEquals(Instant.parse(expected), HitTime.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "now",
                "yesterday",
                "26-11-24",
                "2026-11-24T",
                "2026-11-24T18",
                "2026-11-24T25:00",
                "2026-11-24T18:60",
                "2026-02-29",
                "2026-11-24T18:30:05.",
                "2026-11-24T18:30:05+",
                "2026-11-24T18:30:05+1",
                "2026-11-24T18:30:05+19:00",
                "2026-11-24T18:30:05Zulu",
                "2026-11-24X18:30",
                "-1",
                "1.2.3",
                ".",
                "99999999999999999999",
                "2026-11-24T18:30:05 Europe/Berlin",
                "٢٠٢٦-11-24",
                "1e9"
            })
    void what_is_no_time_is_none(String text) {
        assertNull(HitTime.parse(text));
    }
}
