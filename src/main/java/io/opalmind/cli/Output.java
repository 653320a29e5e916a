package io.opalmind.cli;

import io.opalmind.render.Style;
import io.opalmind.render.WholeFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the data goes: standard output, or a file that is there whole or not at all. */
final class Output implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final @Nullable WholeFile file;
    private final Style style;

    private Output(OutputStream out, @Nullable WholeFile file, Style style) {
        this.out = out;
        this.file = file;
        this.style = style;
    }

    /** Opens it, and has it closed where a signal ends the process. */
    static Output open(Invocation invocation, OutputOptions options) {
        return invocation.cleanup().with(of(invocation.surroundings(), invocation.global(), options));
    }

    private static Output of(Surroundings surroundings, GlobalOptions global, OutputOptions options) {
        if (options.file() == null) {
            Terminal terminal = surroundings.terminal();
            boolean colour = terminal.out() && Colours.wanted(surroundings.environment(), global.noColor());
            Style style = terminal.out() ? new Style(true, colour, terminal.width()) : Style.PLAIN;
            return new Output(Guarded.standardOutput(surroundings.out()), null, style);
        }
        Path path = surroundings.directory().resolve(options.file());
        try {
            WholeFile file = WholeFile.open(path);
            OutputStream buffered = new BufferedOutputStream(Guarded.file(file), BUFFER);
            return new Output(buffered, file, Style.PLAIN);
        } catch (IOException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** The stream to write to. Its failures are {@link OutputException}s, and no server's. */
    OutputStream stream() {
        return out;
    }

    Style style() {
        return style;
    }

    /** Puts the data where it belongs; without this a file is as it was. */
    void commit() {
        try {
            out.flush();
            if (file != null) {
                file.commit();
            }
        } catch (IOException e) {
            throw OutputException.file(e);
        }
    }

    @Override
    public void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw OutputException.file(e);
            }
        }
    }
}
