package io.opalmind.matomo.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/**
 * A body, as it comes off the wire, that may not keep its reader waiting for longer than a time in all. Only the waiting
 * counts: whoever looks at the rows in a pager may take an hour.
 */
final class TimedBody extends FilterInputStream {
    private long leftNanos;

    TimedBody(InputStream in, long leftNanos) {
        super(in);
        this.leftNanos = leftNanos;
    }

    @Override
    public int read() throws IOException {
        long start = System.nanoTime();
        int octet = in.read();
        waited(start);
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        long start = System.nanoTime();
        int count = in.read(buffer, offset, length);
        waited(start);
        return count;
    }

    private void waited(long start) throws IOException {
        leftNanos -= System.nanoTime() - start;
        if (leftNanos < 0) {
            throw new SocketTimeoutException("the answer was still arriving");
        }
    }
}
