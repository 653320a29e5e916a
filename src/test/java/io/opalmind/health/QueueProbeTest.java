package io.opalmind.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.config.HealthConfig;
import io.opalmind.store.MovableClock;
import io.opalmind.store.QueueSummary;
import io.opalmind.store.StoreException;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueProbeTest {
    private static final HealthConfig LIMITS =
            new HealthConfig(10, 25, Duration.ofMinutes(1), Duration.ofMinutes(2), 20, 5, 20);

    private final MovableClock clock = new MovableClock("2026-11-24T20:30:00Z");

    private Check check(Supplier<QueueSummary> queue) {
        return new QueueProbe(queue, LIMITS, Duration.ofSeconds(1), clock).run().get(0);
    }

    private Check check(long pending, long ageSeconds, long dead, long waitSeconds) {
        long oldest = pending == 0 ? 0 : clock.millis() - ageSeconds * 1000;
        long due = waitSeconds == 0 ? 0 : clock.millis() + waitSeconds * 1000;
        QueueSummary summary = new QueueSummary(pending, 0, oldest, dead, 1, pending == 0 ? null : "HTTP 503", due);
        return check(() -> summary);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, PASS",
        "9, 59, 0, 0, PASS",
        "10, 0, 0, 0, WARN",
        "1, 60, 0, 0, WARN",
        "1, 1, 0, 5, WARN",
        "0, 0, 1, 0, WARN",
        "24, 119, 0, 0, WARN",
        "25, 0, 0, 0, FAIL",
        "1, 120, 0, 0, FAIL",
        "25, 0, 3, 5, FAIL",
    })
    void thresholds_hold_from_the_very_number_on(long pending, long age, long dead, long wait, CheckStatus expected) {
        assertEquals(expected, check(pending, age, dead, wait).status());
    }

    @Test
    void numbers_are_told() {
        Check check = check(3, 5, 2, 7);
        assertTrue(
                check.output().startsWith("pending=3, inflight=0, backlogAgeMs=5000, cooldownMs=7000, dead=2"),
                check.output());
        assertEquals(
                "Row[pending, inflight, dead, attempts, backlogAgeMs, oldestPendingAt, cooldownUntil, lastError]",
                check.details().toString().replaceAll("\\]\\[.*", "]"));
        assertEquals(4, check.measures().size());
    }

    @Test
    void queue_that_cannot_be_read_is_not_known() {
        Check check = check(() -> {
            throw new StoreException("Connection refused", null);
        });
        assertEquals(CheckStatus.WARN, check.status());
        assertEquals("Queue not known: Connection refused.", check.output());
    }
}
