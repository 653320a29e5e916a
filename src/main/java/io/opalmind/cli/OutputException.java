package io.opalmind.cli;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The output could not be written. */
final class OutputException extends RuntimeException {
    /** @param message a whole sentence */
    OutputException(String message, IOException cause) {
        super(message, cause);
    }

    static OutputException standardOutput(IOException cause) {
        return new OutputException("Cannot write standard output: " + cause.getMessage() + ".", cause);
    }

    /** A {@link io.opalmind.render.WholeFile} says itself what it could not write, and why. */
    static OutputException file(IOException cause) {
        return new OutputException(String.valueOf(cause.getMessage()), cause);
    }

    /** Whether it failed because its reader has gone, as {@code head} does: no fault at all. */
    boolean isBrokenPipe() {
        @Nullable Throwable cause = getCause();
        String message = cause == null || cause.getMessage() == null ? "" : cause.getMessage();
        return message.toLowerCase(Locale.ROOT).contains("broken pipe");
    }
}
