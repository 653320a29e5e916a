package io.opalmind.matomo.report;

import io.opalmind.matomo.Value;
import org.jspecify.annotations.Nullable;

/** Reads durations that Matomo wrote for people: {@code 5 min 44s}, {@code 00:05:44}. */
final class Durations {
    private Durations() {}

    /** Seconds, or null where the value is no duration. */
    static @Nullable Double seconds(@Nullable Value value) {
        if (value == null) {
            return null;
        }
        Value number = Coercion.grouped(value);
        if (number instanceof Value.Num seconds) {
            return seconds.asDouble();
        }
        if (!(value instanceof Value.Text text)) {
            return null;
        }
        String written = text.text().strip();
        return written.indexOf(':') >= 0 ? clock(written) : words(written);
    }

    private static @Nullable Double clock(String written) {
        double total = 0;
        String[] parts = written.split(":", -1);
        for (String part : parts) {
            if (part.isEmpty() || part.length() > 9 || !part.chars().allMatch(Character::isDigit)) {
                return null;
            }
            total = total * 60 + Integer.parseInt(part);
        }
        return parts.length <= 3 ? total : null;
    }

    private static @Nullable Double words(String written) {
        double total = 0;
        int at = 0;
        boolean any = false;
        while (at < written.length()) {
            int end = at;
            while (end < written.length() && (Character.isDigit(written.charAt(end)) || written.charAt(end) == '.')) {
                end++;
            }
            if (end == at || end - at > 15) {
                return null;
            }
            int unit = skipBlanks(written, end);
            double factor = unit < written.length() ? factor(written.charAt(unit)) : 1;
            if (factor == 0) {
                return null;
            }
            try {
                total += Double.parseDouble(written.substring(at, end)) * factor;
            } catch (NumberFormatException noNumber) {
                return null;
            }
            at = unit;
            while (at < written.length() && !Character.isDigit(written.charAt(at))) {
                at++;
            }
            any = true;
        }
        return any ? total : null;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static double factor(char unit) {
        return switch (Character.toLowerCase(unit)) {
            case 'd' -> 86_400;
            case 'h' -> 3_600;
            case 'm' -> 60;
            case 's' -> 1;
            default -> 0;
        };
    }
}
