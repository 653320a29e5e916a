package io.opalmind.sandbox.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Rounding as PHP and as the database do it: figures that are equal to the last digit need both. */
final class Rounding {
    /** PHP rounds to what a double can tell first, so that 1.005 becomes 1.01. */
    private static final MathContext TOLD = new MathContext(15, RoundingMode.HALF_UP);

    private Rounding() {}

    static double php(double value, int places) {
        return new BigDecimal(value)
                .round(TOLD)
                .setScale(places, RoundingMode.HALF_UP)
                .doubleValue();
    }

    /** Two places, for money that was summed by the database. */
    static double sql(double value) {
        return Math.rint(value * 100) / 100;
    }

    /** A quotient as Matomo prints it; 0 where there is nothing to divide by. */
    static double quotient(double dividend, double divisor, int places) {
        return divisor == 0 ? 0 : php(dividend / divisor, places);
    }
}
