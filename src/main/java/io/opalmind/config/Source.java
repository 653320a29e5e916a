package io.opalmind.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One place that settings come from: options, the process environment, an env file or a profile.
 *
 * @param place how messages call it: {@code environment}, or the file
 * @param values the variables that it sets, by name; also those that are not ours
 * @param origins where each of them stands, where that is more precise than the place: {@code FILE:LINE}
 */
record Source(String place, Map<String, String> values, Map<String, String> origins) {

    @Nullable
    Setting find(Variable variable) {
        return find(variable, variable.name());
    }

    /** The variable under one of its spellings; null where it is not set, or set to nothing. */
    @Nullable
    Setting find(Variable variable, String spelling) {
        String value = values.get(spelling);
        if (value == null || value.isEmpty()) {
            return null;
        }
        return new Setting(variable, spelling, value, origin(spelling));
    }

    String origin(String name) {
        String origin = origins.get(name);
        return origin == null ? place : origin;
    }

    /** The place alone: the values may be secrets. */
    @Override
    public String toString() {
        return place;
    }
}
