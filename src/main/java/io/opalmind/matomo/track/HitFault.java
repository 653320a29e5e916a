package io.opalmind.matomo.track;

import org.jspecify.annotations.Nullable;

/**
 * Why a hit is not sent.
 *
 * @param field Matomo's name of the parameter, or the name by which the user gave it
 * @param value what was given, or null where nothing was, or where it must not be shown
 * @param reason behind a value what would do, or what Matomo would make of it; without one the rest of a sentence. In small
 *     letters and without a full stop
 */
public record HitFault(String field, @Nullable String value, String reason) {
    private static final int MOST_CHARACTERS = 80;

    /** A fault of something that is missing, or must not be shown. */
    public HitFault(String field, String reason) {
        this(field, null, reason);
    }

    /** The same fault, of a field that is called otherwise. */
    public HitFault named(String other) {
        return new HitFault(other, value, reason);
    }

    /** One sentence on one line: {@code --visitor-id 'zz': 16 hexadecimal digits.} or {@code --action is missing.} */
    public String message() {
        return value == null ? field + " " + reason + "." : field + " '" + brief(value) + "': " + reason + ".";
    }

    private static String brief(String text) {
        StringBuilder shown = new StringBuilder();
        int end = Math.min(text.length(), MOST_CHARACTERS);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (isHarmless(c) || isPair(text, i, end)) {
                shown.append(c);
            } else {
                shown.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
            }
        }
        return end < text.length() ? shown.append('…').toString() : shown.toString();
    }

    private static boolean isHarmless(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }

    private static boolean isPair(String text, int i, int end) {
        return (i + 1 < end && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1)))
                || (i > 0 && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i)));
    }
}
