package io.opalmind.cli;

import java.io.OutputStream;

/** Fails as no stream does: the kind of fault that only a bug can cause. */
final class BrokenStream extends OutputStream {
    @Override
    public void write(int octet) {
        throw new IllegalStateException("broken on purpose");
    }
}
