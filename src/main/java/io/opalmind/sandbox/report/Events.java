package io.opalmind.sandbox.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** {@code Events.*}: events by one of their parts, {@code flat} by two. */
final class Events implements Report {
    private final Part main;
    private final Part second;

    private Events(Part main, Part second) {
        this.main = main;
        this.second = second;
    }

    /** {@code Events.getAction}. */
    static Report actions() {
        return new Events(Part.ACTION, Part.NAME);
    }

    /** {@code Events.getCategory}. */
    static Report categories() {
        return new Events(Part.CATEGORY, Part.ACTION);
    }

    @Override
    public JsonNode answer(Scope scope, Wish wish) {
        Days days = new Days(scope);
        if (!wish.flat()) {
            Table table = Tables.total(scope, date -> byMain(days.on(date)));
            return new RowWriter(scope.kind(), (node, label, row) -> {
                        average(node, row);
                        node.put("segment", main.segment + "==" + Segments.encode(label));
                    })
                    .write(table);
        }
        Map<String, String[]> parts = new HashMap<>();
        Set<String> named = new HashSet<>();
        Table table = Tables.total(scope, date -> byBoth(days.on(date), parts, named));
        // Matomo shows events without a name by themselves only where no event of the action has one
        table.rows().keySet().removeIf(label -> named.contains(label) && parts(parts, label).length == 1);
        return new RowWriter(scope.kind(), (node, label, row) -> {
                    average(node, row);
                    String[] values = parts(parts, label);
                    node.put(main.member, values[0]);
                    if (values.length > 1) {
                        node.put(second.member, values[1]);
                    }
                })
                .write(table);
    }

    private Table byMain(Day day) {
        Table table = new Table();
        for (EventFigures figures : EventFigures.of(day)) {
            figures.addTo(table.row(main.of.apply(figures)));
        }
        return table;
    }

    private Table byBoth(Day day, Map<String, String[]> parts, Set<String> named) {
        Table table = new Table();
        for (EventFigures figures : EventFigures.of(day)) {
            String first = main.of.apply(figures);
            String other = second.of.apply(figures);
            String label = other.isEmpty() ? first : first + " - " + other;
            if (!other.isEmpty()) {
                named.add(first);
            }
            parts.put(label, other.isEmpty() ? new String[] {first} : new String[] {first, other});
            figures.addTo(table.row(label));
        }
        return table;
    }

    private static String[] parts(Map<String, String[]> parts, String label) {
        return parts.getOrDefault(label, new String[] {label});
    }

    private static void average(ObjectNode node, Row row) {
        node.set(
                "avg_event_value",
                Figure.number(Rounding.quotient(row.get("sum_event_value"), row.get("nb_events_with_value"), 2)));
    }

    /** What an event consists of. */
    private enum Part {
        CATEGORY("eventCategory", "Events_EventCategory", EventFigures::category),
        ACTION("eventAction", "Events_EventAction", EventFigures::action),
        NAME("eventName", "Events_EventName", EventFigures::name);

        private final String segment;
        private final String member;
        private final Function<EventFigures, String> of;

        Part(String segment, String member, Function<EventFigures, String> of) {
            this.segment = segment;
            this.member = member;
            this.of = of;
        }
    }
}
