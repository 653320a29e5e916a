package io.opalmind.matomo.http;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;

/** A body of announced length that must arrive whole: HttpURLConnection ends one that was cut short without a word. */
final class WholeBody extends FilterInputStream {
    private long missing;

    private WholeBody(InputStream in, long length) {
        super(in);
        this.missing = length;
    }

    static InputStream of(InputStream raw, HttpURLConnection connection) {
        long length = connection.getContentLengthLong();
        return length < 0 ? raw : new WholeBody(raw, length);
    }

    @Override
    public int read() throws IOException {
        int octet = in.read();
        counted(octet < 0 ? -1 : 1);
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        counted(count);
        return count;
    }

    private void counted(int count) throws IOException {
        if (count >= 0) {
            missing -= count;
        } else if (missing > 0) {
            throw new EOFException("the answer was cut short, " + missing + " bytes are missing");
        }
    }
}
