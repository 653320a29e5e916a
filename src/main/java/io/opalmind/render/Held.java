package io.opalmind.render;

import io.opalmind.matomo.Row;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A format for people, which sees all rows before it writes: widths and alignments depend on every one of them. */
abstract class Held implements Renderer {
    private static final int CHUNK = 1 << 14;

    private final Table table;
    private final OutputStream out;
    private final List<Row> rows = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Held(Table table, OutputStream out) {
        this.table = table;
        this.out = out;
    }

    @Override
    public final void row(Row row) {
        table.admit(rows.size());
        rows.add(row);
    }

    @Override
    public final void finish() throws IOException {
        Grid grid = new Grid(table, rows);
        if (grid.isEmpty()) {
            line("No data.");
        } else {
            write(grid);
        }
        spill(0);
        out.flush();
    }

    abstract void write(Grid grid) throws IOException;

    final void line(CharSequence line) throws IOException {
        text.append(line).append('\n');
        spill(CHUNK);
    }

    private void spill(int above) throws IOException {
        if (text.length() > above) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            text.setLength(0);
        }
    }
}
