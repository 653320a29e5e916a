package io.opalmind.testing.matomo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record of which some columns are asked; a lone column is {@code {"value":n}}, without its name. */
final class ColumnAnswers {
    private static final List<String> PARAMS = List.of("showColumns", "columns");

    private final Recordings recordings;

    ColumnAnswers(Recordings recordings) {
        this.recordings = recordings;
    }

    @Nullable
    Found find(Map<String, String> params) {
        for (String param : PARAMS) {
            if (params.containsKey(param)) {
                Recording whole = recordings.longest(RequestKey.of(params).without(param));
                return whole == null ? null : columns(whole, params.get(param));
            }
        }
        return null;
    }

    private static @Nullable Found columns(Recording whole, String columns) {
        if (!whole.body().isObject() || RowFilter.isSeries(whole.body())) {
            return null;
        }
        ObjectNode some = Json.NODES.objectNode();
        for (String column : columns.split(",")) {
            if (whole.body().has(column)) {
                some.set(column, whole.body().get(column));
            }
        }
        JsonNode body = some.size() == 1
                ? Json.NODES.objectNode().set("value", some.elements().next())
                : some;
        return Found.derived(body, whole.name());
    }
}
