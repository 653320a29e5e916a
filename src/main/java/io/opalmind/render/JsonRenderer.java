package io.opalmind.render;

import com.fasterxml.jackson.core.JsonGenerator;
import io.opalmind.matomo.Row;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One JSON array of objects, or the object of a record: indented for a terminal, else on one line. */
final class JsonRenderer extends Streamed {
    private final Table table;
    private final OutputStream out;
    private final Style style;
    private List<Column> columns = List.of();
    private @Nullable JsonGenerator json;

    JsonRenderer(Table table, OutputStream out, Style style) {
        super(table, !table.columns().isEmpty());
        this.table = table;
        this.out = out;
        this.style = style;
    }

    @Override
    void begin(List<Row> first) throws IOException {
        columns = Columns.asked(table.columns(), first);
        if (!table.isRecord()) {
            generator().writeStartArray();
        } else if (first.isEmpty()) {
            JsonText.write(generator(), new Row(), List.of());
        }
    }

    @Override
    void write(Row row) throws IOException {
        JsonText.write(generator(), row, columns);
    }

    @Override
    void end() throws IOException {
        if (!table.isRecord()) {
            generator().writeEndArray();
        }
        generator().writeRaw('\n');
        generator().close();
    }

    private JsonGenerator generator() throws IOException {
        if (json == null) {
            json = JsonText.generator(out, style);
            if (style.terminal()) {
                JsonText.indent(json);
            }
        }
        return json;
    }
}
