package io.opalmind.testing.matomo;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What makes two requests ask for the same report, rows cut and sorted apart.
 *
 * @param method the API method
 * @param params site, period, date, segment, goal and whatever else distinguishes recordings, in canonical form
 */
record RequestKey(String method, Map<String, String> params) {
    private static final Set<String> NO_MATTER = Set.of("module", "method", "format", "token_auth", "language");

    private static final Set<String> OFF_IS_ABSENT = Set.of("flat", "expanded", "compare");

    static RequestKey of(Map<String, String> asked) {
        Map<String, String> params = new TreeMap<>();
        asked.forEach((name, value) -> {
            if (matters(name, value)) {
                params.put(name, canonical(name, value, asked));
            }
        });
        return new RequestKey(asked.getOrDefault("method", ""), params);
    }

    /** The same question with one parameter more, or another value of it. */
    RequestKey with(String name, String value) {
        Map<String, String> changed = new TreeMap<>(params);
        changed.put(name, value);
        return new RequestKey(method, changed);
    }

    RequestKey without(String name) {
        Map<String, String> changed = new TreeMap<>(params);
        changed.remove(name);
        return new RequestKey(method, changed);
    }

    RequestKey of(String otherMethod) {
        return new RequestKey(otherMethod, params);
    }

    private static boolean matters(String name, String value) {
        if (NO_MATTER.contains(name) || RowFilter.PARAMS.contains(name) || value.isEmpty()) {
            return false;
        }
        return !(OFF_IS_ABSENT.contains(name) && value.equals("0"));
    }

    private static String canonical(String name, String value, Map<String, String> asked) {
        return switch (name) {
            case "date" -> date(asked.getOrDefault("period", ""), value);
            // Matomo decodes a segment once more than other parameters, so both ways of sending it are the same.
            case "segment" -> QueryString.decode(value);
            case "idSite" -> value.replace(" ", "");
            default -> value;
        };
    }

    private static String date(String period, String value) {
        String canonical = RecordingDates.canonical(period, value);
        return canonical == null ? value : canonical;
    }

    @Override
    public String toString() {
        return method + " " + params;
    }
}
