package io.opalmind.cli;

import io.opalmind.matomo.Row;
import io.opalmind.render.Format;
import io.opalmind.render.Renderer;
import io.opalmind.render.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Prints rows that a command has in hand. To be closed where {@link #prepare} is used. */
final class Printed implements AutoCloseable {
    private final Invocation invocation;
    private final OutputOptions options;
    private final Format format;
    private final List<String> columns;
    private @Nullable Output prepared;

    /** Looks at the options now, so that a wrong one is told before anything is done. */
    Printed(Invocation invocation, OutputOptions options) {
        this.invocation = invocation;
        this.options = options;
        this.format = options.format(invocation.surroundings().terminal());
        this.columns = options.columnNames();
    }

    /** Opens what is to be written, for a command that must not have done its work when that fails. */
    Printed prepare() {
        prepared = Output.open(invocation, options);
        return this;
    }

    /** Whether the format can hold rows inside a record. */
    boolean nests() {
        return format == Format.JSON || format == Format.NDJSON;
    }

    /** One record. */
    void record(Row row) {
        print(Table.record(columns, List.of()), sink -> sink.accept(row));
    }

    /** As many rows as the source hands on, while it does. */
    void rows(Consumer<Consumer<Row>> source) {
        print(Table.rows(columns, List.of()), source);
    }

    /** The same, with the columns that are worth a person's look. */
    void rows(List<String> preferred, Consumer<Consumer<Row>> source) {
        print(Table.rows(columns, preferred), source);
    }

    private void print(Table table, Consumer<Consumer<Row>> source) {
        Output before = prepared;
        try (Output output = before == null ? Output.open(invocation, options) : before) {
            Renderer renderer = format.renderer(table, output.stream(), output.style());
            source.accept(row -> {
                try {
                    renderer.row(row);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            renderer.finish();
            output.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was prepared and not printed leaves no trace. */
    @Override
    public void close() {
        if (prepared != null) {
            prepared.close();
        }
    }
}
