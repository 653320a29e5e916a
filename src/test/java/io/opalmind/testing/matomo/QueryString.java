package io.opalmind.testing.matomo;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads query strings and forms as PHP does: the last of two equal names wins, {@code urls[]} counts up. */
final class QueryString {
    private QueryString() {}

    /** Parses {@code a=1&b=2}; names and values are decoded once. */
    static Map<String, String> parse(String text) {
        Map<String, String> params = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            params.put(numbered(name, params), equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return params;
    }

    /** The way back, {@code a=1&b=2}. */
    static String write(Map<String, String> params) {
        StringBuilder text = new StringBuilder();
        params.forEach((name, value) -> text.append(text.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return text.toString();
    }

    /** Decodes {@code %41} and {@code +}; what is no valid escape stays as it stands, as in PHP. */
    static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    private static String numbered(String name, Map<String, String> params) {
        if (!name.endsWith("[]")) {
            return name;
        }
        String array = name.substring(0, name.length() - 1);
        int index = 0;
        while (params.containsKey(array + index + "]")) {
            index++;
        }
        return array + index + "]";
    }
}
