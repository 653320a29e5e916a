package io.opalmind.sandbox.report;

/** What was asked for is beyond the sandbox: it answers an error, never an invented figure. */
public final class NotCovered extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param what in the words of docs/sandbox.md */
    public NotCovered(String what) {
        super(what);
    }
}
