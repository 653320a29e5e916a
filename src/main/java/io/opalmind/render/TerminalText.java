package io.opalmind.render;

/**
 * Makes text harmless for a terminal and for eyes.
 *
 * <p>Labels are what visitors typed. Control characters could rewrite the screen or its title, bidirectional overrides
 * show another order than the text has, zero-width characters hide in it. Each becomes a visible escape, such as
 * {@code \x1b} or {@code \u202e}; newline, return and tab become {@code \n}, {@code \r} and {@code \t}. Everything else
 * stays as it is, backslashes too, so that text made harmless twice is the same as once.
 */
public final class TerminalText {
    private static final String HEX = "0123456789abcdef";

    private TerminalText() {}

    /** The text with every harmful character as an escape; the very same text where it has none. */
    public static String harmless(String text) {
        int at = 0;
        while (at < text.length() && isPlain(text.charAt(at))) {
            at++;
        }
        return at == text.length() ? text : escaped(text, at);
    }

    /**
     * Whether a code point would act on a terminal or hide in the text: C0, DEL, C1, format characters (bidirectional
     * controls and zero-width ones among them), line and paragraph separators, and surrogates without their other half.
     */
    public static boolean isHarmful(int codePoint) {
        if (codePoint < 0x7F) {
            return codePoint < 0x20;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static boolean isPlain(char c) {
        return c >= 0x20 && c < 0x7F;
    }

    private static String escaped(String text, int from) {
        StringBuilder harmless = new StringBuilder(text.length() + 16).append(text, 0, from);
        int codePoint;
        for (int at = from; at < text.length(); at += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(at);
            if (isHarmful(codePoint)) {
                escape(harmless, codePoint);
            } else {
                harmless.appendCodePoint(codePoint);
            }
        }
        return harmless.length() == text.length() ? text : harmless.toString();
    }

    private static void escape(StringBuilder to, int codePoint) {
        switch (codePoint) {
            case '\n' -> to.append("\\n");
            case '\r' -> to.append("\\r");
            case '\t' -> to.append("\\t");
            default -> {
                if (codePoint <= 0xFF) {
                    hex(to.append("\\x"), codePoint, 2);
                } else if (codePoint <= 0xFFFF) {
                    hex(to.append("\\u"), codePoint, 4);
                } else {
                    to.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
                }
            }
        }
    }

    private static void hex(StringBuilder to, int value, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            to.append(HEX.charAt((value >> shift) & 0xF));
        }
    }
}
