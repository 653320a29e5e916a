package io.opalmind.cli;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The output could not be written. */
final class OutputException extends RuntimeException {
    OutputException(String where, IOException cause) {
        super("Cannot write " + where + ": " + cause.getMessage() + ".", cause);
    }

    /** Whether it failed because its reader has gone, as {@code head} does: no fault at all. */
    boolean isBrokenPipe() {
        @Nullable Throwable cause = getCause();
        String message = cause == null || cause.getMessage() == null ? "" : cause.getMessage();
        return message.toLowerCase(Locale.ROOT).contains("broken pipe");
    }
}
