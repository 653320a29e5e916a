package io.opalmind.render;

import io.opalmind.matomo.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A renderer and what it has written so far. */
final class Printed {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Renderer renderer;

    Printed(Format format, Table table, Style style) {
        renderer = format.renderer(table, out, style);
    }

    static Printed plain(Format format, List<String> columns) {
        return new Printed(format, Table.rows(columns, List.of()), Style.PLAIN);
    }

    /** What a format prints of rows, as text. */
    static String of(Format format, Table table, Style style, Row... rows) {
        Printed printed = new Printed(format, table, style);
        for (Row row : rows) {
            printed.row(row);
        }
        return printed.finish();
    }

    void row(Row row) {
        try {
            renderer.row(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String finish() {
        try {
            renderer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text();
    }

    String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    List<String> lateColumns() {
        return renderer.lateColumns();
    }
}
