package io.opalmind.render;

import io.opalmind.matomo.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A format that is written as the rows come.
 *
 * <p>The first rows are held back where columns must be known before the first byte: for a header, and to refuse a
 * column that does not exist with nothing written. After them memory stays flat.
 */
abstract class Streamed implements Renderer {
    /** Rows that are looked at for columns. Matomo leaves members out of rows where they are zero. */
    static final int LOOK_AHEAD = 1000;

    private final Table table;
    private final int lookAhead;
    private final List<Row> held = new ArrayList<>();
    private boolean begun;
    private int count;

    Streamed(Table table, boolean needsColumns) {
        this.table = table;
        this.lookAhead = needsColumns ? LOOK_AHEAD : 1;
    }

    @Override
    public final void row(Row row) throws IOException {
        table.admit(count++);
        if (begun) {
            write(row);
            return;
        }
        held.add(row);
        if (held.size() >= lookAhead) {
            writeHeld();
        }
    }

    @Override
    public final void finish() throws IOException {
        if (!begun) {
            writeHeld();
        }
        end();
    }

    private void writeHeld() throws IOException {
        begin(held);
        begun = true;
        for (Row row : held) {
            write(row);
        }
        held.clear();
    }

    /** Called once, before the first row is written; with no rows where there are none. */
    abstract void begin(List<Row> first) throws IOException;

    abstract void write(Row row) throws IOException;

    /** Called once, after the last row: writes the rest and flushes. */
    abstract void end() throws IOException;
}
