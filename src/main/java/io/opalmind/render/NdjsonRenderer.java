package io.opalmind.render;

import com.fasterxml.jackson.core.JsonGenerator;
import io.opalmind.matomo.Row;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One JSON object a line. */
final class NdjsonRenderer extends Streamed {
    private final Table table;
    private final OutputStream out;
    private final Style style;
    private List<Column> columns = List.of();
    private @Nullable JsonGenerator json;

    NdjsonRenderer(Table table, OutputStream out, Style style) {
        super(table, !table.columns().isEmpty());
        this.table = table;
        this.out = out;
        this.style = style;
    }

    @Override
    void begin(List<Row> first) {
        columns = Columns.asked(table.columns(), first);
    }

    @Override
    void write(Row row) throws IOException {
        if (json == null) {
            json = JsonText.generator(out, style);
        }
        JsonText.write(json, row, columns);
    }

    @Override
    void end() throws IOException {
        if (json == null) {
            out.flush();
        } else {
            json.writeRaw('\n');
            json.close();
        }
    }
}
