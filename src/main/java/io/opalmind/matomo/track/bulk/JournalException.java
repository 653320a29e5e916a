package io.opalmind.matomo.track.bulk;

import java.io.IOException;

/** The import's journal or its file of refused lines cannot be written, so nothing more is sent. */
public final class JournalException extends RuntimeException {
    private JournalException(String message, IOException cause) {
        super(message, cause);
    }

    static JournalException cannotWrite(String file, IOException cause) {
        return new JournalException(
                "Cannot write " + file + ": " + Reason.of(cause)
                        + ". The import has stopped; the same command goes on from there.",
                cause);
    }
}
