package io.opalmind.cli;

import java.io.IOException;
import java.io.OutputStream;

/** A stream whose failures say what could not be written. */
final class Guarded extends OutputStream {
    private final OutputStream out;
    private final String name;

    Guarded(OutputStream out, String name) {
        this.out = out;
        this.name = name;
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
            throw new OutputException(name, e);
        }
    }

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new OutputException(name, e);
        }
    }
}
