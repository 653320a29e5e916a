package io.opalmind.cli;

import io.opalmind.matomo.ErrorKind;

/** The exit codes that scripts rely on. */
public final class ExitCode {
    public static final int DONE = 0;
    public static final int BUG = 1;
    public static final int USAGE = 2;
    public static final int CONFIGURATION = 3;
    public static final int ACCESS = 4;
    public static final int REFUSED = 5;
    public static final int UNREACHABLE = 6;
    public static final int LIMITED = 7;
    /** Redis is needed, and not reachable. */
    public static final int REDIS = 8;

    public static final int PARTLY = 9;
    public static final int CONDITION = 10;
    /** The output could not be written: EX_IOERR of sysexits.h. */
    public static final int OUTPUT = 74;
    /** Another process holds the lock or the key: EX_TEMPFAIL of sysexits.h. */
    public static final int BUSY = 75;
    /** Whoever read the output has gone: 128 + SIGPIPE, as a shell reports it. */
    public static final int BROKEN_PIPE = 141;

    private ExitCode() {}

    static int of(ErrorKind kind) {
        return switch (kind) {
            case TOKEN_REFUSED, ACCESS_DENIED -> ACCESS;
            case REQUEST_REFUSED, PLUGIN_MISSING -> REFUSED;
            case UNREACHABLE, TIMEOUT, SERVER_ERROR, BAD_ANSWER, TOO_LARGE -> UNREACHABLE;
            case RATE_LIMITED, LOCKED_OUT -> LIMITED;
        };
    }
}
