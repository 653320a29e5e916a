package io.opalmind.matomo.track;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A hit: parameters of Matomo's Tracking API by Matomo's names, in the order in which they were given. Never the token.
 */
public final class Hit {
    private final Map<String, String> parameters;

    private Hit(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    /** A hit with these parameters; the map is copied. */
    public static Hit of(Map<String, String> parameters) {
        return new Hit(new LinkedHashMap<>(parameters));
    }

    /** A hit over this map, which nobody is to change any more. */
    public static Hit over(Map<String, String> parameters) {
        return new Hit(parameters);
    }

    /**
     * Reads a query string, with or without {@code ?}; of a repeated name the last counts, as in PHP.
     *
     * @throws IllegalArgumentException where an escape is damaged
     */
    public static Hit ofQuery(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String text = query.startsWith("?") ? query.substring(1) : query;
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.put(decode(name), decode(value));
            }
        }
        return new Hit(parameters);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The parameter of that name, or null. */
    public @Nullable String get(String name) {
        return parameters.get(name);
    }

    public boolean has(String name) {
        return parameters.containsKey(name);
    }

    /** The parameters, in order; not to be changed. */
    public Map<String, String> parameters() {
        return parameters;
    }

    /** The same with a parameter more, or another value for one. */
    public Hit with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new Hit(more);
    }

    /** The same without that parameter. */
    public Hit without(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(parameters);
        fewer.remove(name);
        return new Hit(fewer);
    }

    /** As a query string, without {@code ?}. */
    public String query() {
        return new QueryText().query(parameters);
    }

    /**
     * Whose hit it is, site included: what orders hits. Hits without any mark of a visitor are all of one, as Matomo puts
     * them together by address and browser.
     */
    public String visitor() {
        for (String mark : new String[] {"uid", "_id", "cid"}) {
            String value = parameters.get(mark);
            if (value != null && !value.isEmpty()) {
                return parameters.get("idsite") + "/" + mark + "=" + value;
            }
        }
        return parameters.get("idsite") + "/" + parameters.getOrDefault("cip", "") + "/"
                + parameters.getOrDefault("ua", "");
    }
}
