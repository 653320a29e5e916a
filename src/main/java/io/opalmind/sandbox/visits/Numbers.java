package io.opalmind.sandbox.visits;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers in hits: what is no number counts as missing. */
final class Numbers {
    private static final int CENTS = 2;
    private static final double MOST = 1e15;

    private Numbers() {}

    static int whole(@Nullable String text, int otherwise) {
        try {
            return text == null ? otherwise : Integer.parseInt(text.trim());
        } catch (NumberFormatException none) {
            return otherwise;
        }
    }

    static boolean areDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    static @Nullable Double decimal(@Nullable String text) {
        try {
            double value = text == null ? Double.NaN : Double.parseDouble(text.trim());
            return Double.isFinite(value) && Math.abs(value) <= MOST ? value : null;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    /** An amount of money, rounded to cents as Matomo does. */
    static double money(@Nullable String text, double otherwise) {
        Double value = decimal(text);
        return value == null
                ? otherwise
                : BigDecimal.valueOf(value)
                        .setScale(CENTS, RoundingMode.HALF_UP)
                        .doubleValue();
    }

    /** Whether a parameter such as {@code new_visit} is set and not 0. */
    static boolean isSet(@Nullable String text) {
        return whole(text, 0) != 0;
    }
}
