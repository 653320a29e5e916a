package io.opalmind.sandbox.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows by label. */
final class Table {
    private final Map<String, Row> rows = new LinkedHashMap<>();

    /** The row of a label, a new one where there is none. */
    Row row(String label) {
        return rows.computeIfAbsent(label, name -> new Row());
    }

    @Nullable
    Row find(String label) {
        return rows.get(label);
    }

    /** Adds the rows of another period. */
    void absorb(Table other) {
        other.rows.forEach((label, row) -> row(label).absorb(row));
    }

    Map<String, Row> rows() {
        return rows;
    }
}
