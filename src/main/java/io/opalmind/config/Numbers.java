package io.opalmind.config;

/** Numbers as people write settings: ASCII digits, no sign, no exponent, no suffix, all of which Java would take. */
final class Numbers {
    private static final int MOST_DIGITS = 18;

    private Numbers() {}

    /** The number; -1 where the text is none. */
    static long whole(String text) {
        return isDigits(text) ? Long.parseLong(text) : -1;
    }

    /** The number, with or without a fraction; NaN where the text is none. */
    static double decimal(String text) {
        int point = text.indexOf('.');
        boolean good =
                point < 0 ? isDigits(text) : isDigits(text.substring(0, point)) && isDigits(text.substring(point + 1));
        return good ? Double.parseDouble(text) : Double.NaN;
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= MOST_DIGITS;
    }
}
