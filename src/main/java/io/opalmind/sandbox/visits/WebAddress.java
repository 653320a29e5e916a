package io.opalmind.sandbox.visits;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A web address in its parts, cut by hand: browsers send much that {@link java.net.URI} refuses.
 *
 * @param origin scheme and authority, such as {@code https://example.com:8443}; the host in lower case
 * @param host in lower case, without port
 * @param path with its leading slash; empty where there is none
 * @param query without {@code ?}
 * @param fragment without {@code #}
 */
record WebAddress(String origin, String host, String path, String query, String fragment) {
    /** The address; null where the text does not look like one to Matomo. */
    static @Nullable WebAddress parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        int slashes = text.indexOf("//");
        if (slashes < 0 || !isScheme(text.substring(0, slashes))) {
            return null;
        }
        int start = slashes + 2;
        int end = end(text, start, "/?#");
        String authority = text.substring(start, end);
        String host = host(authority);
        int pathEnd = end(text, end, "?#");
        int queryEnd = end(text, pathEnd, "#");
        return new WebAddress(
                text.substring(0, start) + authority.replace(host, host.toLowerCase(Locale.ROOT)),
                host.toLowerCase(Locale.ROOT),
                text.substring(end, pathEnd),
                after(text, pathEnd, queryEnd),
                after(text, queryEnd, text.length()));
    }

    private static boolean isScheme(String text) {
        if (text.isEmpty()) {
            return true;
        }
        if (text.length() < 3 || !text.endsWith(":")) {
            return false;
        }
        for (int i = 0; i < text.length() - 1; i++) {
            char c = Character.toLowerCase(text.charAt(i));
            if (c < 'a' || c > 'z') {
                return false;
            }
        }
        return true;
    }

    private static int end(String text, int from, String marks) {
        int at = from;
        while (at < text.length() && marks.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static String after(String text, int mark, int end) {
        return mark < end ? text.substring(mark + 1, end) : "";
    }

    private static String host(String authority) {
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }
}
