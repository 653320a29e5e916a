package io.opalmind.sandbox;

import java.io.IOException;

/** A file that holds no hits, or more than fit: its text is no NDJSON, or no gzip. Nothing of it was taken. */
public final class BadHitsException extends IOException {
    private static final long serialVersionUID = 1;

    private final int line;
    private final String advice;

    /** @param reason a clause without a full stop; nothing of the file's text */
    BadHitsException(int line, String reason) {
        this(line, reason, "A sandbox takes NDJSON, a hit a line in the parameters of Matomo's Tracking API.");
    }

    /** @param advice a sentence */
    BadHitsException(int line, String reason, String advice) {
        super("line " + line + ": " + reason);
        this.line = line;
        this.advice = advice;
    }

    /** The next step, as a sentence. */
    public String advice() {
        return advice;
    }

    /** Where, from 1. */
    public int line() {
        return line;
    }
}
