package io.opalmind.sandbox.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundingTest {
    @Test
    void roundsHalvesUpAsTheyAreWritten() {
        assertThat(Rounding.php(1.005, 2)).isEqualTo(1.01);
        assertThat(Rounding.php(0.285, 2)).isEqualTo(0.29);
        assertThat(Rounding.php(-2.5, 0)).isEqualTo(-3);
    }

    @Test
    void roundsSumsOfMoneyAsTheDatabaseDoes() {
        assertThat(Rounding.sql(279.19000244140625)).isEqualTo(279.19);
        assertThat(Rounding.sql(0.125)).isEqualTo(0.12);
    }

    @Test
    void dividesByNothing() {
        assertThat(Rounding.quotient(5, 0, 2)).isZero();
    }
}
