package io.opalmind.sandbox.visits;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Query strings and forms as PHP reads them: the last of a name counts, and a percent sign that starts nothing is one. Bytes
 * that are no UTF-8 become U+FFFD.
 */
public final class PhpQuery {
    private PhpQuery() {}

    /** The parameters of the text, in order; one without an equals sign is empty. */
    public static Map<String, String> parse(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        addTo(parameters, text);
        return parameters;
    }

    /** Those of a query string and of a form; where both have one, that of the query string counts, as in Matomo. */
    public static Map<String, String> parse(String query, String form) {
        Map<String, String> parameters = parse(form);
        addTo(parameters, query);
        return parameters;
    }

    private static void addTo(Map<String, String> parameters, String text) {
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('&', start);
            end = end < 0 ? text.length() : end;
            add(parameters, text.substring(start, end));
            start = end + 1;
        }
    }

    private static void add(Map<String, String> parameters, String pair) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        if (!name.isEmpty()) {
            parameters.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
    }

    /** A name or value without its escapes, a plus being a space. */
    public static String decode(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%' && i + 2 < bytes.length && digit(bytes[i + 1]) >= 0 && digit(bytes[i + 2]) >= 0) {
                decoded.write(digit(bytes[i + 1]) * 16 + digit(bytes[i + 2]));
                i += 2;
            } else {
                decoded.write(bytes[i] == '+' ? ' ' : bytes[i]);
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    private static int digit(byte b) {
        return Character.digit((char) b, 16);
    }
}
