package io.opalmind.cli;

import io.opalmind.store.redis.inspect.ExportSink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Lines to standard output. */
final class ExportStream implements ExportSink {
    private final OutputStream out;

    ExportStream(OutputStream out) {
        this.out = new BufferedOutputStream(Guarded.standardOutput(out), 1 << 16);
    }

    @Override
    public void line(byte[] json) {
        try {
            out.write(json);
            out.write('\n');
        } catch (IOException e) {
            throw OutputException.standardOutput(e);
        }
    }

    @Override
    public void checkpoint(@Nullable String cursor) {
        try {
            out.flush();
        } catch (IOException e) {
            throw OutputException.standardOutput(e);
        }
    }
}
