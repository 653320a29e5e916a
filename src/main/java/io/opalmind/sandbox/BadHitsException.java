package io.opalmind.sandbox;

import java.io.IOException;

/** A file that holds no hits: its text is no NDJSON, or no gzip. Nothing of it was taken. */
public final class BadHitsException extends IOException {
    private static final long serialVersionUID = 1;

    private final int line;

    /** @param reason a clause without a full stop; nothing of the file's text */
    BadHitsException(int line, String reason) {
        super("line " + line + ": " + reason);
        this.line = line;
    }

    /** Where, from 1. */
    public int line() {
        return line;
    }
}
