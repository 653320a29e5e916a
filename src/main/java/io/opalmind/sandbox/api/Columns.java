package io.opalmind.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** {@code showColumns} and {@code hideColumns}; of a record {@code columns} as well. */
record Columns(Set<String> shown, Set<String> hidden) {
    /** What stands beside the columns of a row and is never taken away. */
    private static final Set<String> BESIDE = Set.of("url", "segment", "logo", "idsubdatatable", "referrer_type");

    static Columns of(Parameters asked) {
        return new Columns(
                names(asked.get("showColumns", asked.get("columns", ""))), names(asked.get("hideColumns", "")));
    }

    private static Set<String> names(String list) {
        return list.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(list.split(",", -1)));
    }

    JsonNode ofRow(JsonNode row) {
        return left(row, true);
    }

    /** One column alone is its value. */
    JsonNode ofRecord(JsonNode row) {
        if (shown.isEmpty() && hidden.isEmpty()) {
            return row;
        }
        JsonNode left = left(row, false);
        return left.size() == 1 ? left.elements().next() : left;
    }

    private JsonNode left(JsonNode row, boolean inTable) {
        if (shown.isEmpty() && hidden.isEmpty()) {
            return row;
        }
        ObjectNode left = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> column : row.properties()) {
            if (keeps(column.getKey(), inTable)) {
                left.set(column.getKey(), column.getValue());
            }
        }
        return left;
    }

    private static boolean isBeside(String name) {
        return BESIDE.contains(name) || Character.isUpperCase(name.charAt(0));
    }

    private boolean keeps(String name, boolean inTable) {
        if (hidden.contains(name) && !isBeside(name)) {
            return false;
        }
        return shown.isEmpty() || shown.contains(name) || (inTable && (name.equals("label") || isBeside(name)));
    }
}
