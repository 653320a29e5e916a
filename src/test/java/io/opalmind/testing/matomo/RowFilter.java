package io.opalmind.testing.matomo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Cuts and sorts rows as {@code filter_limit}, {@code filter_offset}, {@code filter_sort_column} and
 * {@code filter_sort_order} ask; in a series of dates or sites, each list by itself.
 */
final class RowFilter {
    static final Set<String> PARAMS =
            Set.of("filter_limit", "filter_offset", "filter_sort_column", "filter_sort_order");

    private static final int DEFAULT_LIMIT = 100;

    private final int limit;
    private final int offset;
    private final String column;
    private final boolean ascending;

    private RowFilter(int limit, int offset, String column, boolean ascending) {
        this.limit = limit;
        this.offset = offset;
        this.column = column;
        this.ascending = ascending;
    }

    static RowFilter of(Map<String, String> asked) {
        return new RowFilter(
                number(asked, "filter_limit", DEFAULT_LIMIT),
                Math.max(0, number(asked, "filter_offset", 0)),
                asked.getOrDefault("filter_sort_column", ""),
                asked.getOrDefault("filter_sort_order", "desc").equals("asc"));
    }

    /** Those of the asked parameters that this class serves, to tell recordings of one report apart. */
    static Map<String, String> asked(Map<String, String> params) {
        Map<String, String> asked = new TreeMap<>(params);
        asked.keySet().retainAll(PARAMS);
        return asked;
    }

    /** The number of rows, over all dates and sites. */
    static int rows(JsonNode answer) {
        if (answer.isArray()) {
            return answer.size();
        }
        int rows = 0;
        if (isSeries(answer)) {
            for (JsonNode part : answer) {
                rows += rows(part);
            }
        }
        return rows;
    }

    /** Whether the answer is an object of date or site to rows or records, and no record itself. */
    static boolean isSeries(JsonNode answer) {
        if (!answer.isObject() || answer.isEmpty()) {
            return false;
        }
        for (JsonNode part : answer) {
            if (!part.isContainerNode()) {
                return false;
            }
        }
        return true;
    }

    JsonNode apply(JsonNode answer) {
        if (answer.isArray()) {
            return cut(answer);
        }
        if (!isSeries(answer)) {
            return answer;
        }
        ObjectNode series = Json.NODES.objectNode();
        answer.properties().forEach(part -> series.set(part.getKey(), apply(part.getValue())));
        return series;
    }

    private ArrayNode cut(JsonNode rows) {
        List<JsonNode> sorted = new ArrayList<>();
        rows.forEach(sorted::add);
        if (!column.isEmpty()) {
            sorted.sort(order());
        }
        int from = Math.min(offset, sorted.size());
        int to = limit < 0 ? sorted.size() : Math.min(sorted.size(), from + limit);
        return Json.NODES.arrayNode().addAll(sorted.subList(from, to));
    }

    private Comparator<JsonNode> order() {
        Comparator<JsonNode> order = column.equals("label")
                ? Comparator.comparing(row -> row.path(column).asText())
                : Comparator.comparingDouble(row -> number(row.path(column)));
        return ascending ? order : order.reversed();
    }

    /** Matomo writes some numbers as strings, and percentages with their sign: {@code "34%"}. */
    private static double number(JsonNode value) {
        String text = value.asText("").replace("%", "").trim();
        try {
            return text.isEmpty() ? 0 : Double.parseDouble(text);
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }

    private static int number(Map<String, String> asked, String name, int otherwise) {
        try {
            return Integer.parseInt(asked.getOrDefault(name, String.valueOf(otherwise)));
        } catch (NumberFormatException noNumber) {
            return otherwise;
        }
    }
}
