package io.opalmind.sandbox.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code name=value,name=value} as an option is written; a comma within a value stands behind a backslash. */
final class Fields {
    private final Map<String, String> values = new LinkedHashMap<>();

    /**
     * Reads the text of an option.
     *
     * @param known the names that there are
     * @throws IllegalArgumentException says what is wrong
     */
    Fields(String text, List<String> known) {
        int start = 0;
        for (int end = 0; end <= text.length(); end++) {
            if (end == text.length() || isComma(text, end)) {
                add(text.substring(start, end).replace("\\,", ","), known);
                start = end + 1;
            }
        }
    }

    private static boolean isComma(String text, int at) {
        return text.charAt(at) == ',' && (at == 0 || text.charAt(at - 1) != '\\');
    }

    private void add(String field, List<String> known) {
        int equals = field.indexOf('=');
        String name = (equals < 0 ? field : field.substring(0, equals)).strip();
        if (equals < 0 || !known.contains(name)) {
            throw new IllegalArgumentException(
                    "'" + field + "': write NAME=VALUE, with a comma between two of them and '\\,'"
                            + " for a comma in a value. Names: " + String.join(", ", known));
        }
        if (values.put(name, field.substring(equals + 1).strip()) != null) {
            throw new IllegalArgumentException(name + " stands there twice");
        }
    }

    /** The value; null where the name is not there. */
    @Nullable
    String get(String name) {
        return values.get(name);
    }

    String get(String name, String otherwise) {
        String value = values.get(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    /**
     * A whole number from 1 up.
     *
     * @throws IllegalArgumentException where it is missing or none
     */
    int id(String name) {
        String value = get(name, "");
        try {
            int id = Integer.parseInt(value);
            if (id > 0) {
                return id;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException(name + "=" + value + ": a whole number from 1 up is needed");
    }
}
