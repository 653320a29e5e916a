package io.opalmind.matomo.http;

import java.io.IOException;

/** An answer grew past the limit on its size. */
final class TooLargeException extends IOException {
    private static final long MEGABYTE = 1 << 20;

    TooLargeException(long limit) {
        super("more than " + (limit % MEGABYTE == 0 ? limit / MEGABYTE + " MB" : limit + " bytes"));
    }
}
