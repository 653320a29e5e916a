package io.opalmind.matomo.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/**
 * A body that may not exceed a size nor an instant. The socket's own timeout starts anew with each byte, so a server
 * that drips would hold a cron job for ever.
 */
final class BoundedBody extends FilterInputStream {
    private final long limit;
    private final long deadlineNanos;
    private long read;

    BoundedBody(InputStream in, long limit, long deadlineNanos) {
        super(in);
        this.limit = limit;
        this.deadlineNanos = deadlineNanos;
    }

    @Override
    public int read() throws IOException {
        int octet = in.read();
        return octet < 0 ? octet : (int) counted(1, octet);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        return count < 0 ? count : (int) counted(count, count);
    }

    private long counted(int count, long result) throws IOException {
        read += count;
        if (read > limit) {
            throw new TooLargeException(limit);
        }
        if (System.nanoTime() - deadlineNanos > 0) {
            throw new SocketTimeoutException("the answer was still arriving");
        }
        return result;
    }
}
