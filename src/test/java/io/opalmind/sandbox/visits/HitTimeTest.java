package io.opalmind.sandbox.visits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HitTimeTest {
    @ParameterizedTest
    @CsvSource({
        "rec=1, 2026-11-24T12:00:00Z",
        "cdt=1795514400, 2026-11-24T10:00:00Z",
        "cdt=2026-11-24+10:00:00, 2026-11-24T10:00:00Z",
        "cdt=1795514400&cdo=60, 2026-11-24T09:59:00Z",
        "cdo=60, 2026-11-24T11:59:00Z",
        "cdt=1795600800, 2026-11-24T12:00:00Z",
        "cdt=99999999999999999999, 2026-11-24T12:00:00Z",
        "cdt=31556889864403199, 2026-11-24T12:00:00Z",
        "cdt=yesterday, 2026-11-24T12:00:00Z",
        "cdt=0, 2026-11-24T12:00:00Z"
    })
    void hit_happened(String query, Instant at) {
        assertEquals(at, HitTime.of(Trial.hit(query, true)));
    }
}
