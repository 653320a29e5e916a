package io.opalmind.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.sandbox.report.NaturalOrder;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code filter_sort_column}: rows without the column go last, and rows that are alike by visits, then by label. Without it, rows
 * keep the report's own order.
 */
record RowOrder(@Nullable String column, boolean ascending) {
    private static final String VISITS = "nb_visits";
    private static final String LABEL = "label";

    static RowOrder of(Parameters asked) {
        return new RowOrder(
                asked.find("filter_sort_column"),
                asked.get("filter_sort_order", "desc").equals("asc"));
    }

    void sort(List<JsonNode> rows) {
        if (column == null || rows.isEmpty()) {
            return;
        }
        String primary = rows.get(0).has(column) ? column : rows.get(0).has(VISITS) ? VISITS : column;
        boolean numeric = !primary.equals(LABEL)
                && rows.stream()
                        .filter(row -> has(row, primary))
                        .findFirst()
                        .map(row -> isNumber(row.get(primary)))
                        .orElse(false);
        Comparator<JsonNode> order =
                numeric ? byNumber(primary).thenComparing(next(primary)) : directed(byText(primary));
        rows.sort(Comparator.comparing((JsonNode row) -> !has(row, primary)).thenComparing(order));
    }

    private Comparator<JsonNode> byNumber(String name) {
        return directed(Comparator.comparingDouble(row -> number(row.path(name))));
    }

    /** Rows that are alike in visits as well keep the report's order: labels from A to Z. */
    private Comparator<JsonNode> next(String primary) {
        return primary.equals(VISITS) ? ascending ? byText(LABEL).reversed() : byText(LABEL) : byNumber(VISITS);
    }

    private static Comparator<JsonNode> byText(String name) {
        return Comparator.comparing(row -> row.path(name).asText(), NaturalOrder.INSTANCE);
    }

    private Comparator<JsonNode> directed(Comparator<JsonNode> order) {
        return ascending ? order : order.reversed();
    }

    private static boolean has(JsonNode row, String name) {
        return row.has(name) && row.get(name).isValueNode() && !row.get(name).isNull();
    }

    private static boolean isNumber(JsonNode value) {
        return value.isNumber() || !Double.isNaN(number(value));
    }

    /** Of {@code "34%"} the 34; what is no number is no number. */
    private static double number(JsonNode value) {
        String text = value.asText();
        try {
            return Double.parseDouble(text.endsWith("%") ? text.substring(0, text.length() - 1) : text);
        } catch (NumberFormatException noNumber) {
            return Double.NaN;
        }
    }
}
