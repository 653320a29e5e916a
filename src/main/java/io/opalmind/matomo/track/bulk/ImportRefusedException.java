package io.opalmind.matomo.track.bulk;

import org.jspecify.annotations.Nullable;

/** An import cannot begin, by no fault of Matomo's: the message says what is wrong with the file, and what next. */
public final class ImportRefusedException extends RuntimeException {
    private final boolean busy;

    private ImportRefusedException(String message, boolean busy, @Nullable Throwable cause) {
        super(message, cause);
        this.busy = busy;
    }

    static ImportRefusedException of(String message) {
        return new ImportRefusedException(message, false, null);
    }

    static ImportRefusedException of(String message, Throwable cause) {
        return new ImportRefusedException(message, false, cause);
    }

    static ImportRefusedException busy(String message) {
        return new ImportRefusedException(message, true, null);
    }

    /** Whether another import is at work on it, so that the same command may do later. */
    public boolean isBusy() {
        return busy;
    }
}
