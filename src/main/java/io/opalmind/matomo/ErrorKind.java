package io.opalmind.matomo;

/** What went wrong with a request, in kinds that a caller acts on differently. */
public enum ErrorKind {
    /** Matomo does not know the token, or it has expired. Asking again makes a lockout nearer. */
    TOKEN_REFUSED(false),
    /** The token is good but lacks the right that this request needs. */
    ACCESS_DENIED(false),
    /** Matomo understood the request and refused it: unknown report, bad segment, no such site. */
    REQUEST_REFUSED(false),
    /** The report belongs to a plugin that this Matomo does not have or has switched off. */
    PLUGIN_MISSING(false),
    /** No connection: name not found, refused, cut off, TLS not trusted. */
    UNREACHABLE(true),
    /** No answer within the time for one attempt, or HTTP 408. */
    TIMEOUT(true),
    /** HTTP 5xx. */
    SERVER_ERROR(true),
    /** An answer that is no API answer: HTML, cut short, no JSON, a redirect elsewhere. */
    BAD_ANSWER(false),
    /** An answer of more bytes than the limit. */
    TOO_LARGE(false),
    /** HTTP 429. */
    RATE_LIMITED(false),
    /** Matomo's protection against brute force has locked this address out. */
    LOCKED_OUT(false);

    private final boolean transientFault;

    ErrorKind(boolean transientFault) {
        this.transientFault = transientFault;
    }

    /** Whether the same request may succeed a moment later. */
    public boolean isTransient() {
        return transientFault;
    }
}
