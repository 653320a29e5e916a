package io.opalmind.store.redis.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyTest {
    @Test
    void percentiles_are_of_what_was_measured() {
        long[] micros = new long[1000];
        for (int i = 0; i < micros.length; i++) {
            micros[i] = 1000 - i;
        }
        Latency latency = Latency.of("host:1", micros);
        assertEquals(1, latency.percentile(0));
        assertEquals(500, latency.percentile(0.5));
        assertEquals(990, latency.percentile(0.99));
        assertEquals(1000, latency.percentile(1));
        assertEquals(500, latency.mean());
    }

    @Test
    void one_alone_is_all_of_them() {
        Latency latency = Latency.of("host:1", new long[] {7});
        assertEquals(7, latency.percentile(0.5));
        assertEquals(7, latency.percentile(0.999));
        assertEquals(List.of(new Latency.Step(16, 1)), latency.histogram());
    }

    @Test
    void histogram_has_no_gap_and_leaves_nothing_out() {
        Latency latency = Latency.of("host:1", new long[] {20, 30, 200, Long.MAX_VALUE - 1});
        List<Latency.Step> steps = latency.histogram();
        assertEquals(new Latency.Step(32, 2), steps.get(0));
        assertEquals(new Latency.Step(64, 0), steps.get(1));
        assertEquals(4, steps.stream().mapToLong(Latency.Step::count).sum());
    }
}
