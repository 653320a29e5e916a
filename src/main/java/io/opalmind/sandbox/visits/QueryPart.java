package io.opalmind.sandbox.visits;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The query of a page's address: names and values as they stand there, the last of a name wins. */
record QueryPart(Map<String, String> pairs) {
    private static final QueryPart NONE = new QueryPart(Map.of());

    static QueryPart of(String query) {
        if (query.isEmpty()) {
            return NONE;
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!name.isEmpty()) {
                pairs.put(name, pair);
            }
        }
        return new QueryPart(pairs);
    }

    /** The first of the named parameters that has a value, decoded and trimmed; empty where none has. */
    String first(List<String> names) {
        for (String name : names) {
            String value = value(name);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    /** A parameter's value, decoded and trimmed; empty where it is missing. */
    String value(String name) {
        String pair = pairs.getOrDefault(name, "");
        return pair.length() <= name.length()
                ? ""
                : PhpQuery.decode(pair.substring(name.length() + 1)).trim();
    }

    /** The query without the names of both sets (in lower case). */
    String without(Set<String> names, Set<String> more) {
        StringBuilder kept = new StringBuilder();
        for (Map.Entry<String, String> pair : pairs.entrySet()) {
            String name = pair.getKey().toLowerCase(Locale.ROOT);
            if (!names.contains(name) && !more.contains(name)) {
                kept.append(kept.isEmpty() ? "" : "&").append(pair.getValue());
            }
        }
        return kept.toString();
    }
}
