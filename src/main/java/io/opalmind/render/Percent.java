package io.opalmind.render;

import org.jspecify.annotations.Nullable;

/** Matomo's percentages, which are texts such as {@code 34%} and {@code 7.82%}. */
final class Percent {
    private Percent() {}

    /** Whether a text is an optional sign, digits with at most one point among them, and a percent sign. */
    static boolean isPercent(String text) {
        int last = text.length() - 1;
        if (last < 1 || text.charAt(last) != '%') {
            return false;
        }
        int digits = 0;
        int points = 0;
        for (int i = isSign(text.charAt(0)) ? 1 : 0; i < last; i++) {
            char c = text.charAt(i);
            if (c == '.') {
                points++;
            } else if (c >= '0' && c <= '9') {
                digits++;
            } else {
                return false;
            }
        }
        return digits > 0 && points <= 1;
    }

    /** The number of a percentage; null of any other text. */
    static @Nullable Double of(String text) {
        return isPercent(text) ? Double.valueOf(text.substring(0, text.length() - 1)) : null;
    }

    private static boolean isSign(char c) {
        return c == '-' || c == '+';
    }
}
