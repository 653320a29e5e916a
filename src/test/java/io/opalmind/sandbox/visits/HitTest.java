package io.opalmind.sandbox.visits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hit that another sandbox is to take later, as this one took it. */
class HitTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_795_000_000);

    private static Map<String, String> complete(Map<String, String> parameters) {
        return new Hit(parameters, new Sender("10.0.0.1", "Firefox", "de", NOW.plusMillis(700), true)).complete();
    }

    @Test
    void what_only_the_sender_tells_becomes_a_parameter_and_empty_ones_are_none() {
        Map<String, String> sender = Map.of("cdt", "1795000000", "cip", "10.0.0.1", "ua", "Firefox", "lang", "de");
        assertEquals(sender, complete(Map.of()));
        assertEquals(sender, complete(Map.of("cdt", "", "cip", "", "ua", "", "lang", "")));
        Map<String, String> own = Map.of("cdt", "1794999999", "cip", "1.2.3.4", "ua", "x", "lang", "fr", "uid", "a");
        assertEquals(own, complete(own));
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday, 0, 1795000000", // told no time
        "1795000060, 0, 1795000000", // a clock that is fast: in the past when it is read again
        "1794999000, 600, 1794998400",
        "2026-11-18 11:00:00, 0, 1794999600",
    })
    void time_is_the_one_that_counted(String cdt, String earlier, String counted) {
        Map<String, String> complete = complete(Map.of("cdt", cdt, "cdo", earlier));
        assertEquals(counted, complete.get("cdt"));
        assertNull(complete.get("cdo"));
    }
}
