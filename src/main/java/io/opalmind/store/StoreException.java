package io.opalmind.store;

import org.jspecify.annotations.Nullable;

/** A store could not be asked or written. The message names the cause in a few words, without secrets. */
public final class StoreException extends RuntimeException {
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
