package io.opalmind.cli;

import java.io.IOException;
import java.io.OutputStream;

/** Where data goes. Its failures are {@link OutputException}s, so that none is taken for one of a server. */
final class Guarded extends OutputStream {
    private final OutputStream out;
    private final boolean file;

    private Guarded(OutputStream out, boolean file) {
        this.out = out;
        this.file = file;
    }

    static OutputStream standardOutput(OutputStream out) {
        return new Guarded(out, false);
    }

    static OutputStream file(OutputStream out) {
        return new Guarded(out, true);
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private OutputException failure(IOException e) {
        return file ? OutputException.file(e) : OutputException.standardOutput(e);
    }
}
