package io.opalmind.matomo.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.RowJson;
import io.opalmind.matomo.Value;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the shapes in which Matomo sends a table, one row at a time: an array of rows, an object of date to table for a
 * series, {@code []} for nothing, {@code {"value":n}} or a bare number where one column was asked for, and an object of
 * index to row where PHP lost the array's order.
 */
final class TableReader {
    /** Takes a row and the date it stands under, null outside a series. */
    interface Consumer {
        void row(@Nullable String date, Row row) throws IOException;
    }

    private final int limit;
    private final Consumer consumer;
    private boolean cut;
    private boolean summarised;
    private int count;
    private @Nullable Row last;

    /** @param limit rows of a table at the most, or a negative number for all */
    TableReader(int limit, Consumer consumer) {
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
        if (!series || json.currentToken() != JsonToken.START_OBJECT) {
            table(json, null);
            return;
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String date = json.currentName();
            json.nextToken();
            table(json, date);
        }
    }

    private void table(JsonParser json, @Nullable String date) throws IOException {
        count = 0;
        last = null;
        if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                element(json, date);
            }
        } else if (json.currentToken() == JsonToken.START_OBJECT) {
            object(json, date);
        } else {
            element(json, date);
        }
        summarised |= last != null && isSummary(last);
    }

    /** A row, unless its first member holds a row: then it is an array with gaps. */
    private void object(JsonParser json, @Nullable String date) throws IOException {
        Row row = new Row();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (row.size() == 0 && value.isStructStart()) {
                elements(json, date);
                return;
            }
            row.put(name, RowJson.read(json));
        }
        if (row.size() > 0) {
            hand(row, date);
        }
    }

    private void elements(JsonParser json, @Nullable String date) throws IOException {
        element(json, date);
        while (json.nextToken() != JsonToken.END_OBJECT) {
            json.nextToken();
            element(json, date);
        }
    }

    private void element(JsonParser json, @Nullable String date) throws IOException {
        if (limit >= 0 && count >= limit) {
            cut = true;
            json.skipChildren();
        } else {
            hand(
                    json.currentToken() == JsonToken.START_OBJECT
                            ? RowJson.readRow(json)
                            : new Row().put("value", RowJson.read(json)),
                    date);
        }
    }

    private void hand(Row row, @Nullable String date) throws IOException {
        count++;
        last = row;
        consumer.row(date, row);
    }

    /** Matomo keeps the first 500 or so rows of a table and folds the rest into a last row without any address. */
    static boolean isSummary(Row row) {
        return row.get("label") instanceof Value.Text label
                && (label.text().equals("Others") || label.text().equals("-1"))
                && !row.has("url")
                && !row.has("segment");
    }
}
