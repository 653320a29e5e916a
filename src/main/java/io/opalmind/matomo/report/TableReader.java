package io.opalmind.matomo.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.RowJson;
import io.opalmind.matomo.Value;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the shapes in which Matomo sends a report, one row at a time: an array of rows, an object of date to rows for a
 * series, {@code []} for nothing even where a record is expected, {@code {"value":n}} or a bare number where one column
 * was asked for, and an object of index to row where PHP lost the array's order.
 */
final class TableReader {
    /** Takes a row and the date it stands under, null outside a series. */
    interface Consumer {
        void row(@Nullable String date, Row row) throws IOException;
    }

    private final boolean record;
    private final int limit;
    private final Consumer consumer;
    private boolean cut;
    private boolean summarised;

    /**
     * @param record whether a table is one row
     * @param limit rows of a table at the most, or a negative number for all
     */
    TableReader(boolean record, int limit, Consumer consumer) {
        this.record = record;
        this.limit = limit;
        this.consumer = consumer;
    }

    /** Whether a table had more rows than the limit. */
    boolean cut() {
        return cut;
    }

    /** Whether Matomo's own archive had folded rows into its row "Others". */
    boolean summarised() {
        return summarised;
    }

    /** Reads the answer at the parser's current token. */
    void read(JsonParser json, boolean series) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            table(json, null);
        } else if (series) {
            dates(json);
        } else {
            object(json, null);
        }
    }

    /** Reads a value that is here already, a member of a bulk answer, in the same way. */
    void read(Value value, boolean series) throws IOException {
        if (value instanceof Row row && (series || holdsDates(row))) {
            for (int i = 0; i < row.size(); i++) {
                consumer.row(row.name(i), row.value(i) instanceof Row inner ? inner : new Row());
            }
        } else {
            consumer.row(null, value instanceof Row row ? row : new Row());
        }
    }

    private static boolean holdsDates(Row row) {
        return row.size() > 0 && isDate(row.name(0));
    }

    private static boolean isDate(String name) {
        return name.length() >= 4 && Character.isDigit(name.charAt(0)) && Character.isDigit(name.charAt(3));
    }

    private void dates(JsonParser json) throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String date = json.currentName();
            json.nextToken();
            table(json, date);
        }
    }

    private void table(JsonParser json, @Nullable String date) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_ARRAY) {
            array(json, date);
        } else if (token == JsonToken.START_OBJECT) {
            object(json, date);
        } else {
            consumer.row(date, new Row().put("value", RowJson.read(json)));
        }
    }

    private void array(JsonParser json, @Nullable String date) throws IOException {
        int count = 0;
        Row last = null;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (limit >= 0 && count >= limit) {
                cut = true;
                json.skipChildren();
                continue;
            }
            last = json.currentToken() == JsonToken.START_OBJECT
                    ? RowJson.readRow(json)
                    : new Row().put("value", RowJson.read(json));
            consumer.row(date, last);
            count++;
        }
        if (record && count == 0) {
            consumer.row(date, new Row());
        }
        summarised |= last != null && isSummary(last);
    }

    /** A row, unless its first member holds a table: then it is a series nobody announced, or an array with gaps. */
    private void object(JsonParser json, @Nullable String date) throws IOException {
        if (json.nextToken() == JsonToken.END_OBJECT) {
            if (record) {
                consumer.row(date, new Row());
            }
            return;
        }
        String name = json.currentName();
        JsonToken value = json.nextToken();
        boolean nested = value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY;
        if (nested && (!record || isDate(name))) {
            table(json, isDate(name) ? name : date);
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String next = json.currentName();
                json.nextToken();
                table(json, isDate(next) ? next : date);
            }
            return;
        }
        Row row = new Row().put(name, RowJson.read(json));
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String next = json.currentName();
            json.nextToken();
            row.put(next, RowJson.read(json));
        }
        consumer.row(date, row);
    }

    /** Matomo keeps the first 500 or so rows of a table and folds the rest into a last row without any address. */
    private static boolean isSummary(Row row) {
        return row.get("label") instanceof Value.Text label
                && (label.text().equals("Others") || label.text().equals("-1"))
                && !row.has("url")
                && !row.has("segment");
    }
}
