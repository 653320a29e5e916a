package io.opalmind.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TtlSpreadTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 63, 64, 65, 59_999, 60_000, 86_400_000, 1L << 40, Long.MAX_VALUE})
    void one_value_is_its_own_median(long millis) {
        TtlSpread spread = new TtlSpread();
        spread.add(millis);
        assertEquals(millis, spread.min());
        assertEquals(millis, spread.median());
        assertEquals(millis, spread.max());
    }

    @Test
    void median_of_many_is_right_to_a_thirtieth() {
        Random random = new Random(7);
        long[] values = new long[10_001];
        TtlSpread spread = new TtlSpread();
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 + (long) Math.exp(random.nextDouble() * 20);
            spread.add(values[i]);
        }
        Arrays.sort(values);
        assertEquals(values[0], spread.min());
        assertEquals(values[values.length - 1], spread.max());
        double ratio = spread.median() / (double) values[values.length / 2];
        assertTrue(ratio > 0.96 && ratio < 1.04, "median / true median: " + ratio);
    }
}
