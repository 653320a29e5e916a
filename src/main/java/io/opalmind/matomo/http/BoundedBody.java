package io.opalmind.matomo.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body, unpacked, that may not exceed a size: a few kilobytes of gzip can unpack to more than the memory holds. */
final class BoundedBody extends FilterInputStream {
    private final long limit;
    private long read;

    BoundedBody(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int octet = in.read();
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int more) throws IOException {
        read += more;
        if (read > limit) {
            throw new TooLargeException(limit);
        }
    }
}
