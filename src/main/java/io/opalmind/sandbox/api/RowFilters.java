package io.opalmind.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/** Matomo's generic filters, in its order: a pattern, the order, the cut, the columns. */
final class RowFilters {
    private static final int DEFAULT_LIMIT = 100;

    private final PatternFilter pattern;
    private final RowOrder order;
    private final int offset;
    private final int limit;
    private final Columns columns;

    RowFilters(Parameters asked) {
        this.pattern = PatternFilter.of(asked);
        this.order = RowOrder.of(asked);
        this.offset = Math.max(0, asked.number("filter_offset", 0));
        this.limit = asked.number("filter_limit", DEFAULT_LIMIT);
        this.columns = Columns.of(asked);
    }

    /** What is left of rows; of a record its columns. */
    JsonNode apply(JsonNode answer) {
        if (!answer.isArray()) {
            return columns.ofRecord(answer);
        }
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode row : answer) {
            if (pattern.keeps(row)) {
                rows.add(row);
            }
        }
        order.sort(rows);
        ArrayNode cut = JsonNodeFactory.instance.arrayNode();
        int from = Math.min(offset, rows.size());
        int to = limit < 0 ? rows.size() : (int) Math.min(rows.size(), (long) from + limit);
        rows.subList(from, to).forEach(row -> cut.add(columns.ofRow(row)));
        return cut;
    }
}
