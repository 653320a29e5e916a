package io.opalmind.matomo.track.bulk;

/** Keeps tokens that stand in somebody's lines out of the files that we write. */
final class Discretion {
    private static final String NAME = "token_auth";

    private Discretion() {}

    /** The same text with stars in place of each value behind {@code token_auth}. */
    static String withoutToken(String text) {
        int found = text.indexOf(NAME);
        if (found < 0) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        int from = 0;
        for (; found >= 0; found = text.indexOf(NAME, from)) {
            int value = found + NAME.length();
            while (value < text.length() && !Character.isLetterOrDigit(text.charAt(value))) {
                value++;
            }
            clean.append(text, from, value).append("***");
            from = value;
            while (from < text.length() && Character.isLetterOrDigit(text.charAt(from))) {
                from++;
            }
        }
        return clean.append(text, from, text.length()).toString();
    }
}
