package io.opalmind.sandbox.visits;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Matomo does to text before it keeps it. */
final class Texts {
    /** Matomo's {@code page_maximum_length}, which also bounds what a hit can cost here. */
    private static final int LONGEST = 1024;

    private static final Pattern BREAKS = Pattern.compile("[\n\r\0]");

    private Texts() {}

    /** Trimmed, without line breaks, cut to 1024 characters. */
    static String line(String text) {
        String trimmed = text.trim();
        String line = hasBreak(trimmed) ? BREAKS.matcher(trimmed).replaceAll("") : trimmed;
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }

    /** Hardly any has, and the sample's texts are some 20,000. */
    private static boolean hasBreak(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0 || text.indexOf('\0') >= 0;
    }

    /** The same; null where there is no text. */
    static @Nullable String lineOrNull(@Nullable String text) {
        String line = text == null ? "" : line(text);
        return line.isEmpty() ? null : line;
    }

    /** The same; empty where there is no text. */
    static String lineOrEmpty(@Nullable String text) {
        return text == null ? "" : line(text);
    }
}
