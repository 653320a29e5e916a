package io.opalmind.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Parameters of a query string or form, read as PHP reads them: the last of a name counts, and a percent sign that starts
 * nothing is one. Bytes that are no UTF-8 become U+FFFD.
 */
final class Parameters {
    private Parameters() {}

    /** Those of the text, in order. */
    static Map<String, String> parse(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        addTo(parameters, text);
        return parameters;
    }

    /** Those of a query string and of a form; where both have one, that of the query string counts, as in Matomo. */
    static Map<String, String> parse(String query, String form) {
        Map<String, String> parameters = parse(form);
        addTo(parameters, query);
        return parameters;
    }

    private static void addTo(Map<String, String> parameters, String text) {
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('&', start);
            end = end < 0 ? text.length() : end;
            add(parameters, text, start, end);
            start = end + 1;
        }
    }

    private static void add(Map<String, String> parameters, String text, int start, int end) {
        int equals = text.indexOf('=', start);
        boolean bare = equals < 0 || equals > end;
        String name = decode(text, start, bare ? end : equals);
        if (!name.isEmpty()) {
            parameters.put(name, bare ? "" : decode(text, equals + 1, end));
        }
    }

    private static String decode(String text, int start, int end) {
        int at = start;
        while (at < end && text.charAt(at) != '%' && text.charAt(at) != '+') {
            at++;
        }
        if (at == end) {
            return text.substring(start, end);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(end - start);
        for (int i = start; i < end; i++) {
            char one = text.charAt(i);
            int value = one == '%' ? escaped(text, i, end) : -1;
            if (value >= 0) {
                bytes.write(value);
                i += 2;
            } else if (one == '+') {
                bytes.write(' ');
            } else if (one < 0x80) {
                bytes.write(one);
            } else {
                i += unescaped(bytes, text, i) - 1;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The byte of {@code %xx}; -1 where it is none. */
    private static int escaped(String text, int at, int end) {
        if (at + 2 >= end) {
            return -1;
        }
        int high = Character.digit(text.charAt(at + 1), 16);
        int low = Character.digit(text.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    /** Writes a character that was sent as it is, and says of how many chars it is. */
    private static int unescaped(ByteArrayOutputStream bytes, String text, int at) {
        int point = text.codePointAt(at);
        bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
        return Character.charCount(point);
    }
}
