package io.opalmind.config;

import org.jspecify.annotations.Nullable;

/** What a message may show of a value: nothing secret, no control characters, not too much. */
final class Shown {
    private static final int MOST_CHARACTERS = 80;
    /** Matomo's tokens are 32 hexadecimal digits. */
    private static final int TOKEN_LENGTH = 32;

    private Shown() {}

    /**
     * The value of a setting as a message may show it; null where it may hold a secret: in a secret variable, with
     * what stands before an {@code @} in addresses, or where it looks like a token that landed in the wrong variable.
     */
    static @Nullable String of(Setting setting) {
        if (setting.variable().isSecret() || setting.value().indexOf('@') >= 0 || holdsToken(setting.value())) {
            return null;
        }
        return brief(withoutQuery(setting.value()));
    }

    /** Any text on one line, cut after 80 characters. */
    static String brief(String text) {
        return text.length() > MOST_CHARACTERS ? text(text.substring(0, MOST_CHARACTERS)) + "…" : text(text);
    }

    /** Any text on one line, whole: paths are to be found again. */
    static String text(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isHarmless(c)) {
                shown.append(c);
            } else {
                shown.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
            }
        }
        return shown.toString();
    }

    /** A query can carry {@code token_auth=…}. */
    private static String withoutQuery(String value) {
        int query = value.indexOf('?');
        return query < 0 ? value : value.substring(0, query) + "?…";
    }

    private static boolean holdsToken(String value) {
        int run = 0;
        for (int i = 0; i < value.length(); i++) {
            run = Character.digit(value.charAt(i), 16) >= 0 ? run + 1 : 0;
            if (run == TOKEN_LENGTH) {
                return true;
            }
        }
        return false;
    }

    /** Format characters include those that turn the direction of what a terminal prints. */
    private static boolean isHarmless(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
