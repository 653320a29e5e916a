package io.opalmind.sandbox.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code Events.*}: events by one of their parts, {@code flat} by two. */
final class Events implements Report {
    private final EventPart main;
    private final EventPart second;

    private Events(EventPart main, EventPart second) {
        this.main = main;
        this.second = second;
    }

    /** {@code Events.getAction}. */
    static Report actions() {
        return new Events(EventPart.ACTION, EventPart.NAME);
    }

    /** {@code Events.getCategory}. */
    static Report categories() {
        return new Events(EventPart.CATEGORY, EventPart.ACTION);
    }

    @Override
    public JsonNode answer(Scope scope, Wish wish) {
        return wish.flat() ? flat(scope) : plain(scope);
    }

    private JsonNode plain(Scope scope) {
        Days days = new Days(scope);
        Table table = Tables.total(scope, date -> {
            Table day = new Table();
            EventFigures.of(days.on(date)).forEach(events -> events.addTo(day.row(main.of(events))));
            return day;
        });
        return new RowWriter(scope.kind(), (node, label, row) -> {
                    addAverage(node, row);
                    node.put("segment", main.segment() + "==" + Segments.encode(label));
                })
                .write(table);
    }

    private JsonNode flat(Scope scope) {
        Days days = new Days(scope);
        Map<String, List<String>> parts = new HashMap<>();
        Table table = Tables.total(scope, date -> {
            Table day = new Table();
            for (EventFigures events : EventFigures.of(days.on(date))) {
                String first = main.of(events);
                String other = second.of(events);
                String label = other.isEmpty() ? first : first + " - " + other;
                parts.put(label, other.isEmpty() ? List.of(first) : List.of(first, other));
                events.addTo(day.row(label));
            }
            return day;
        });
        dropUnnamed(table, parts);
        return new RowWriter(scope.kind(), (node, label, row) -> {
                    addAverage(node, row);
                    addParts(node, parts.getOrDefault(label, List.of(label)));
                })
                .write(table);
    }

    /** Matomo shows what has no second part only where nothing else with the same first part has one. */
    private static void dropUnnamed(Table table, Map<String, List<String>> parts) {
        Set<String> named = new HashSet<>();
        for (List<String> part : parts.values()) {
            if (part.size() > 1) {
                named.add(part.get(0));
            }
        }
        Set<String> unnamed = new HashSet<>();
        parts.forEach((label, part) -> {
            if (part.size() == 1 && named.contains(label)) {
                unnamed.add(label);
            }
        });
        table.rows().keySet().removeAll(unnamed);
    }

    private void addParts(ObjectNode node, List<String> parts) {
        node.put(main.member(), parts.get(0));
        if (parts.size() > 1) {
            node.put(second.member(), parts.get(1));
        }
    }

    private static void addAverage(ObjectNode node, Row row) {
        double average = Rounding.quotient(row.get("sum_event_value"), row.get("nb_events_with_value"), 2);
        node.set("avg_event_value", Figure.number(average));
    }
}
