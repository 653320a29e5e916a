package io.opalmind.sandbox.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opalmind.sandbox.visits.Action;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** {@code Actions.getPageUrls} and its kin, flat: pages by address. */
final class Pages implements Report {
    private final String method;
    private final String dimension;
    private final String segment;
    private final String needed;

    private Pages(String method, String dimension, String segment, String needed) {
        this.method = method;
        this.dimension = dimension;
        this.segment = segment;
        this.needed = needed;
    }

    /** All pages. */
    static Report all() {
        return new Pages("Actions.getPageUrls", "Actions_PageUrl", "pageUrl", "nb_visits");
    }

    /** Pages where visits began. */
    static Report entries() {
        return new Pages("Actions.getEntryPageUrls", "Actions_EntryPageUrl", "entryPageUrl", "entry_nb_visits");
    }

    /** Pages where visits ended. */
    static Report exits() {
        return new Pages("Actions.getExitPageUrls", "Actions_ExitPageUrl", "exitPageUrl", "exit_nb_visits");
    }

    @Override
    public JsonNode answer(Scope scope, Wish wish) {
        if (!wish.flat()) {
            throw new NotCovered(method + " without flat=1");
        }
        Days days = new Days(scope);
        Table table = Tables.total(scope, date -> PageTable.of(days.on(date)));
        addRates(table, new GoalTotals(scope, days));
        dropOthers(table);
        boolean timed = isTimed(scope);
        return new RowWriter(scope.kind(), (node, label, row) -> {
                    if (!timed) {
                        node.put("avg_page_load_time", 0); // Matomo's, where no page's loading was timed.
                    }
                    describe(node, label, row, wish);
                })
                .write(table);
    }

    private static boolean isTimed(Scope scope) {
        return scope.visits().stream()
                .flatMap(visit -> visit.actions().stream())
                .anyMatch(Action::timed);
    }

    /** Matomo drops whole folders and pages in no folder, so that a page stays where its folder has one that belongs here. */
    private void dropOthers(Table table) {
        Set<String> kept = new HashSet<>();
        for (Row row : table.rows().values()) {
            if (row.has(needed)) {
                kept.add(top(row));
            }
        }
        table.rows().values().removeIf(row -> !kept.contains(top(row)));
    }

    private static String top(Row row) {
        return PageAddress.of(address(row)).top();
    }

    private static String address(Row row) {
        String url = row.url();
        return url == null ? "" : url;
    }

    /** The share of a goal's conversions that saw a page. Matomo tells it for pages that lie in no folder. */
    private static void addRates(Table table, GoalTotals totals) {
        for (Row row : table.rows().values()) {
            if (!PageAddress.of(address(row)).isTop()) {
                continue;
            }
            for (Map.Entry<Integer, Map<String, Double>> goal : row.goals().entrySet()) {
                Double seen = goal.getValue().get("nb_conversions_page_uniq");
                if (seen != null) {
                    double rate = Rounding.quotient(seen, totals.conversions(goal.getKey()), 3);
                    row.setGoal(goal.getKey(), "nb_conversions_page_rate", Math.min(1, rate));
                }
            }
        }
    }

    private void describe(ObjectNode node, String label, Row row, Wish wish) {
        node.set(
                "avg_time_on_page", Figure.number(Rounding.quotient(row.get("sum_time_spent"), row.get("nb_hits"), 0)));
        node.set("bounce_rate", share(row, "entry_bounce_count", "entry_nb_visits", wish));
        node.set("exit_rate", share(row, "exit_nb_visits", "nb_visits", wish));
        node.put("url", address(row));
        node.put(dimension, label);
        node.put("segment", segment + "==" + Segments.encode(Segments.encode(address(row))));
    }

    private static JsonNode share(Row row, String part, String whole, Wish wish) {
        return Figure.share(Rounding.quotient(row.get(part), row.get(whole), 2), wish);
    }
}
