package io.opalmind.render;

import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a table for people, as harmless text: a column a member, or for a record a line a member.
 *
 * <p>Texts are made when they are asked for, as those of half a million rows would take more room than the rows.
 */
final class Grid {
    private final boolean record;
    private final List<Row> rows;
    private final List<Column> columns;
    private final PeopleText text = new PeopleText();

    /** @throws UnknownColumnException where a column was asked for that no row has */
    Grid(Table table, List<Row> rows) {
        this.record = table.isRecord();
        this.rows = rows;
        this.columns = table.columns().isEmpty()
                ? Columns.worthALook(table.preferred(), rows)
                : Columns.asked(table.columns(), rows);
    }

    /** Whether there is nothing to show: no row, or none with a member. */
    boolean isEmpty() {
        return rows.isEmpty() || columns.isEmpty();
    }

    int height() {
        return record ? columns.size() : rows.size();
    }

    int width() {
        return record ? 2 : columns.size();
    }

    /** Columns without which the rest says nothing: the first, and of a record both. */
    int leastWidth() {
        return record ? 2 : 1;
    }

    String head(int column) {
        if (record) {
            return column == 0 ? "metric" : "value";
        }
        return TerminalText.harmless(columns.get(column).path());
    }

    String text(int row, int column) {
        if (record && column == 0) {
            return TerminalText.harmless(columns.get(row).path());
        }
        Value value = value(row, column);
        return value == null ? "" : TerminalText.harmless(text.of(value));
    }

    /** Whether a column holds numbers and nothing else, so that it reads best aligned at its right. */
    boolean isNumeric(int column) {
        if (record && column == 0) {
            return false;
        }
        boolean numbers = false;
        for (int row = 0; row < height(); row++) {
            Value value = value(row, column);
            if (value == null || value instanceof Value.Nothing) {
                continue;
            }
            if (!PeopleText.isNumber(value)) {
                return false;
            }
            numbers = true;
        }
        return numbers;
    }

    private @Nullable Value value(int row, int column) {
        return record ? columns.get(row).in(rows.get(0)) : columns.get(column).in(rows.get(row));
    }
}
