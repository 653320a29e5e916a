package io.opalmind.matomo.http;

import java.io.IOException;

/** A failure that another attempt would not mend. The message is whole as it stands. */
final class NoRetryException extends IOException {
    NoRetryException(String message) {
        super(message);
    }

    NoRetryException(String message, Throwable cause) {
        super(message, cause);
    }
}
