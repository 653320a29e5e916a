package io.opalmind.render;

import io.opalmind.matomo.Row;
import io.opalmind.matomo.RowSink;
import java.io.IOException;
import java.util.List;

/**
 * Prints rows in one format. Made by {@link Format#renderer}.
 *
 * <p>Rows are kept until they are written, so they must not change after they were handed over. JSON, NDJSON, CSV and
 * TSV need little memory for any number of rows, tables and Markdown hold them all.
 */
public interface Renderer extends RowSink {
    /**
     * Takes the next row.
     *
     * @throws UnknownColumnException where a column was asked for that no row has; nothing was written then
     * @throws IOException where the stream cannot be written
     */
    @Override
    void row(Row row) throws IOException;

    /**
     * Writes what is left, the end of the document too, and flushes. Once, after the last row.
     *
     * @throws UnknownColumnException where a column was asked for that no row has; nothing was written then
     * @throws IOException where the stream cannot be written
     */
    void finish() throws IOException;

    /**
     * Columns whose values could not be printed, as they first came after a header had to be written; to be asked
     * for after {@link #finish}. Empty where everything was printed. With {@code --columns} they can be had.
     */
    default List<String> lateColumns() {
        return List.of();
    }
}
