package io.opalmind.store.redis;

import java.io.IOException;

/** A connection failed; the message says how, in the words for the user. */
final class WireException extends IOException {
    WireException(String message) {
        super(message);
    }

    WireException(String message, Throwable cause) {
        super(message, cause);
    }
}
