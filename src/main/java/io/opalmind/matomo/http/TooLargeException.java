package io.opalmind.matomo.http;

import java.io.IOException;

/** An answer grew past the limit on its size. */
final class TooLargeException extends IOException {
    TooLargeException(long limit) {
        super("more than " + limit + " bytes");
    }
}
