package io.opalmind.render;

import io.opalmind.matomo.Row;
import io.opalmind.matomo.RowSink;
import io.opalmind.matomo.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds rows and hands them on in the order of one column.
 *
 * <p>Numbers by their value (percentages, money and measures too), before texts by code point; rows without a value come
 * last whichever the direction. Rows that are equal keep their order.
 */
public final class SortedRows implements RowSink {
    private static final String ASCENDING = ":asc";
    private static final String DESCENDING = ":desc";

    private final Column column;
    private final boolean ascending;
    private final RowSink next;
    private final List<SortKey> keys = new ArrayList<>();

    /**
     * @param order a column, a member's name or a path as in {@link Table}, from the greatest to the least value;
     *     followed by {@code :asc} the other way round
     */
    public SortedRows(String order, RowSink next) {
        this.ascending = order.endsWith(ASCENDING);
        this.column = Column.path(columnOf(order));
        this.next = next;
    }

    @Override
    public void row(Row row) {
        keys.add(SortKey.of(row, column));
    }

    /**
     * Hands all rows on. Once, after the last row; the next sink has then still to be finished.
     *
     * @throws UnknownColumnException where no row has that column, or only nested objects and arrays in it
     */
    public void finish() throws IOException {
        if (!keys.isEmpty() && !isSortable()) {
            throw unknown();
        }
        keys.sort(SortKey.Order.of(ascending));
        for (SortKey key : keys) {
            next.row(key.row());
        }
        keys.clear();
    }

    private boolean isSortable() {
        for (SortKey key : keys) {
            if (key.hasValue() || column.in(key.row()) instanceof Value.Nothing) {
                return true;
            }
        }
        return false;
    }

    private UnknownColumnException unknown() {
        List<Row> rows = new ArrayList<>(keys.size());
        for (SortKey key : keys) {
            rows.add(key.row());
        }
        return new UnknownColumnException(column.path(), Columns.known(column.path(), rows));
    }

    private static String columnOf(String order) {
        if (order.endsWith(ASCENDING)) {
            return order.substring(0, order.length() - ASCENDING.length());
        }
        return order.endsWith(DESCENDING) ? order.substring(0, order.length() - DESCENDING.length()) : order;
    }
}
