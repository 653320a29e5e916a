package io.opalmind.render;

import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows, and what to print of them. */
record GoldenInput(Table table, List<Row> rows) {
    static GoldenInput read(Path file) throws IOException {
        Row input = Rows.of(Files.readString(file));
        Table.Shape shape = Table.Shape.valueOf(text(input.get("shape")).toUpperCase(Locale.ROOT));
        List<Row> rows = new ArrayList<>();
        for (Value row : items(input, "rows")) {
            rows.add((Row) row);
        }
        return new GoldenInput(new Table(shape, texts(input, "columns"), texts(input, "preferred")), rows);
    }

    byte[] print(Format format, Style style) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Renderer renderer = format.renderer(table, out, style);
        for (Row row : rows) {
            renderer.row(row);
        }
        renderer.finish();
        return out.toByteArray();
    }

    private static List<String> texts(Row row, String name) {
        List<String> texts = new ArrayList<>();
        for (Value value : items(row, name)) {
            texts.add(text(value));
        }
        return texts;
    }

    private static List<Value> items(Row row, String name) {
        return ((Value.Items) row.get(name)).values();
    }

    private static String text(Value value) {
        return ((Value.Text) value).text();
    }
}
