package io.opalmind.sandbox.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opalmind.sandbox.report.Scope.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Writes a table in Matomo's order: most visits first, then by label. */
final class RowWriter {
    /** Adds what a report says of a row beyond its figures. */
    interface Rest {
        void add(ObjectNode node, String label, Row row);
    }

    private static final Comparator<Map.Entry<String, Row>> ORDER = Comparator.<Map.Entry<String, Row>>comparingDouble(
                    entry -> -entry.getValue().get("nb_visits"))
            .thenComparing(Map.Entry::getKey, NaturalOrder.INSTANCE);

    private final Kind kind;
    private final Rest rest;

    RowWriter(Kind kind, Rest rest) {
        this.kind = kind;
        this.rest = rest;
    }

    ArrayNode write(Table table) {
        List<Map.Entry<String, Row>> rows = new ArrayList<>(table.rows().entrySet());
        rows.sort(ORDER);
        ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
        rows.forEach(entry -> nodes.add(write(entry.getKey(), entry.getValue())));
        return nodes;
    }

    private ObjectNode write(String label, Row row) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("label", label);
        for (String name : row.names()) {
            node.set(name, name.equals(Row.GOALS) ? goals(row) : figure(row, name, row.get(name)));
        }
        rest.add(node, label, row);
        return node;
    }

    /** Beyond a day nothing is as the database gave it, and the greatest of none but zeros has become PHP's false. */
    private JsonNode figure(Row row, String name, double value) {
        if (kind == Kind.DAY) {
            return row.isRead(name) ? Figure.text(value) : Figure.number(value);
        }
        return value == 0 && name.startsWith("max_") ? BooleanNode.FALSE : Figure.number(value);
    }

    private static ObjectNode goals(Row row) {
        ObjectNode goals = JsonNodeFactory.instance.objectNode();
        row.goals().forEach((goal, figures) -> {
            ObjectNode one = goals.putObject("idgoal=" + GoalNames.of(goal));
            figures.forEach((name, value) -> one.set(name, Figure.number(value)));
        });
        return goals;
    }
}
