package io.opalmind.matomo.http;

import java.io.IOException;

/** A redirect that is not followed. The message is whole as it stands. */
final class RedirectException extends IOException {
    RedirectException(String message) {
        super(message);
    }
}
