package io.opalmind.matomo.track;

import org.jspecify.annotations.Nullable;

/** Numbers as Matomo reads them (Common::getRequestVar); it takes anything else for no value at all, without a word. */
final class HitNumbers {
    /** How many digits a whole number may have and surely fit into 32 bits. */
    private static final int MOST_DIGITS = 9;

    private HitNumbers() {}

    /**
     * Why that is no number for Matomo, or null where it is one: a sign, digits with a dot somewhere, an exponent; not
     * beyond what a double can hold.
     */
    static @Nullable String fault(String text) {
        if (!isNumber(text)) {
            return text.indexOf(',') >= 0
                    ? "a number, with a dot for its decimals, as in 1.5"
                    : "a number, as in 1.5 or -3";
        }
        return Double.isInfinite(Double.parseDouble(text)) ? "a number that is not that large" : null;
    }

    private static boolean isNumber(String text) {
        int at = sign(text, 0);
        int whole = digits(text, at);
        int end = whole;
        if (end < text.length() && text.charAt(end) == '.') {
            end = digits(text, end + 1);
            if (end - at < 2) {
                return false;
            }
        } else if (whole == at) {
            return false;
        }
        return end == text.length() || isExponent(text, end);
    }

    private static boolean isExponent(String text, int at) {
        if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return false;
        }
        int start = sign(text, at + 1);
        int end = digits(text, start);
        return end > start && end == text.length();
    }

    private static int sign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** The whole number, not negative and of nine digits at the most, or -1. */
    static int whole(String text) {
        boolean all = !text.isEmpty() && text.length() <= MOST_DIGITS && digits(text, 0) == text.length();
        return all ? Integer.parseInt(text) : -1;
    }
}
