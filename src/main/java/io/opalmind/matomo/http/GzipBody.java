package io.opalmind.matomo.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;

/**
 * Unpacks a body, and reads it to its very end: the JDK keeps a connection for the next request only where nothing is
 * left on it, and gzip is at its end before the last chunk is.
 */
final class GzipBody extends GZIPInputStream {
    private static final int BUFFER = 8192;

    GzipBody(InputStream in) throws IOException {
        super(in, BUFFER);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count < 0) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return count;
    }
}
