package io.opalmind.matomo.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Reads what a server says in its own words. */
final class Messages {
    private static final int SHOWN = 64;
    private static final int QUOTED = 500;

    private Messages() {}

    /** Matomo escapes its messages for HTML in plain calls: with {@literal >} as an entity. */
    static String unescape(String message) {
        if (message.indexOf('&') < 0) {
            return message;
        }
        return message.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#039;", "'")
                .replace("&#39;", "'")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }

    /** Index of the first byte that is neither white space nor part of a byte order mark. */
    static int firstVisible(byte[] bytes) {
        int i = 0;
        while (i < bytes.length && ((bytes[i] <= ' ' && bytes[i] >= 0) || isMark(bytes[i]))) {
            i++;
        }
        return i;
    }

    private static boolean isMark(byte octet) {
        return octet == (byte) 0xEF || octet == (byte) 0xBB || octet == (byte) 0xBF;
    }

    static String text(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.UTF_8);
    }

    /** What the bytes are, in a few words: a sign-in page, HTML, nothing, or their beginning. */
    static String describe(byte[] bytes, HttpSettings settings) {
        String text = text(bytes).strip();
        if (text.isEmpty()) {
            return "nothing";
        }
        if (isPage(bytes)) {
            String lower = text.toLowerCase(Locale.ROOT);
            boolean signIn = lower.contains("login") || lower.contains("sign in") || lower.contains("password");
            return signIn ? "an HTML sign-in page" : "an HTML page";
        }
        return "'" + harmless(text, SHOWN, settings) + "'";
    }

    /** Whether the bytes begin an HTML page. */
    static boolean isPage(byte[] bytes) {
        String lower = text(bytes).strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("<!doctype html") || lower.startsWith("<html") || lower.contains("<body");
    }

    /** A server's own words as a sentence: on one line, of bearable length, and without our token. */
    static String quote(String message, HttpSettings settings) {
        String words = harmless(message.strip(), QUOTED, settings);
        boolean sentence = !words.isEmpty() && ".!?…".indexOf(words.charAt(words.length() - 1)) >= 0;
        return sentence ? words : words + ".";
    }

    /** The token goes before the cut: half a token would not be found any more. */
    private static String harmless(String text, int length, HttpSettings settings) {
        String clean = new Redactor(List.of(settings.token())).clean(text);
        int end = Math.min(clean.length(), length);
        StringBuilder line = new StringBuilder(end + 1);
        for (int i = 0; i < end; i++) {
            char c = clean.charAt(i);
            line.append(Character.isISOControl(c) ? ' ' : c);
        }
        return end < clean.length() ? line.append('…').toString() : line.toString();
    }
}
