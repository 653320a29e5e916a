package io.opalmind.sandbox.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RoundingTest {
    @Test
    void roundsHalvesUpAsTheyAreWritten() {
        assertEquals(1.01, Rounding.php(1.005, 2));
        assertEquals(0.29, Rounding.php(0.285, 2));
        assertEquals(-3, Rounding.php(-2.5, 0));
    }

    @Test
    void roundsSumsOfMoneyAsTheDatabaseDoes() {
        assertEquals(279.19, Rounding.sql(279.19000244140625));
        assertEquals(0.12, Rounding.sql(0.125));
    }

    @Test
    void dividesByNothing() {
        assertEquals(0, Rounding.quotient(5, 0, 2));
    }
}
