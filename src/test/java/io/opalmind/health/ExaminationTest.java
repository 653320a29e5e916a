package io.opalmind.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Probes run side by side, and none is waited for longer than its limit. */
class ExaminationTest {
    private record Scripted(List<String> names, Duration limit, Supplier<List<Check>> script) implements Probe {
        @Override
        public String componentType() {
            return "service";
        }

        @Override
        public List<Check> run() {
            return script.get();
        }
    }

    private static Scripted probe(String name, Supplier<Finding> script) {
        return new Scripted(
                List.of(name),
                Duration.ofMinutes(1),
                () -> List.of(script.get().at(Clock.systemUTC().instant())));
    }

    private static Finding finding(String name) {
        return new Finding(name, "service");
    }

    private static HealthReport run(Probe... probes) {
        return new Examination(List.of(probes), Clock.systemUTC()).run();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Each waits for the other: one after the other they would never end. */
    @Test
    void probes_run_at_the_same_time_and_report_in_order() {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        HealthReport report = run(
                probe("a", () -> {
                    first.countDown();
                    await(second);
                    return finding("a").pass("good");
                }),
                probe("b", () -> {
                    second.countDown();
                    await(first);
                    return finding("b").pass("good");
                }));
        assertEquals(
                List.of("a", "b"), report.checks().stream().map(Check::name).toList());
        assertEquals(Verdict.HEALTHY, report.status());
    }

    @Test
    void probe_that_does_not_come_back_fails_with_all_its_checks() {
        CountDownLatch never = new CountDownLatch(1);
        Probe hanging = new Scripted(List.of("a", "b"), Duration.ofMillis(50), () -> {
            await(never);
            return List.of();
        });
        HealthReport report = run(hanging, probe("c", () -> finding("c").pass("good")));
        assertEquals(3, report.checks().size());
        assertEquals("No answer within 50 ms.", report.checks().get(1).output());
        assertEquals(CheckStatus.FAIL, report.checks().get(1).status());
        assertEquals(CheckStatus.PASS, report.checks().get(2).status());
        never.countDown();
    }

    @Test
    void bug_in_a_probe_is_no_finding() {
        IllegalStateException bug = new IllegalStateException("bug");
        assertSame(
                bug,
                assertThrows(
                        IllegalStateException.class,
                        () -> run(probe("a", () -> {
                            throw bug;
                        }))));
    }

    @Test
    void worst_check_decides_but_for_redis() {
        assertEquals(
                Verdict.DEGRADED,
                run(probe("a", () -> finding("a").warn("odd"))).status());
        assertEquals(
                Verdict.UNHEALTHY,
                run(probe("a", () -> finding("a").fail("bad"))).status());
        assertEquals(
                Verdict.DEGRADED,
                run(probe("redis", () -> finding("redis-connection").fail("away")))
                        .status());
        assertEquals(
                Verdict.UNHEALTHY,
                run(
                                probe("a", () -> finding("a").fail("bad")),
                                probe("redis", () -> finding("redis-connection").fail("away")))
                        .status());
    }
}
