package io.opalmind.sandbox.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RoundingTest {
    @Test
    void rounds_halves_up_as_they_are_written() {
        assertEquals(1.01, Rounding.php(1.005, 2));
        assertEquals(0.29, Rounding.php(0.285, 2));
        assertEquals(-3, Rounding.php(-2.5, 0));
    }

    @Test
    void rounds_sums_of_money_as_the_database_does() {
        assertEquals(279.19, Rounding.sql(279.19000244140625));
        assertEquals(0.12, Rounding.sql(0.125));
    }

    @Test
    void divides_by_nothing() {
        assertEquals(0, Rounding.quotient(5, 0, 2));
    }
}
