package io.opalmind.sandbox.api;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a request. An empty one counts as missing, as in Matomo. */
record Parameters(Map<String, String> all) {
    @Nullable
    String find(String name) {
        String value = all.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    String get(String name, String otherwise) {
        String value = find(name);
        return value == null ? otherwise : value;
    }

    String require(String name) {
        String value = find(name);
        if (value == null) {
            throw Errors.parameterMissing(name);
        }
        return value;
    }

    boolean has(String name) {
        return find(name) != null;
    }

    /** Whether a switch is on. */
    boolean is(String name) {
        return get(name, "0").equals("1");
    }

    int number(String name, int otherwise) {
        String value = find(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value.strip());
        } catch (NumberFormatException noNumber) {
            return otherwise;
        }
    }

    /** These, and the others where these say nothing. */
    Parameters over(Map<String, String> others) {
        Map<String, String> joined = new HashMap<>(others);
        joined.putAll(all);
        return new Parameters(joined);
    }
}
