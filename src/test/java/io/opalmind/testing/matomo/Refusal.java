package io.opalmind.testing.matomo;

/**
 * Why Matomo refuses a call.
 *
 * @param kind decides the HTTP status, by version
 * @param message in Matomo's words
 */
record Refusal(Kind kind, String message) {
    enum Kind {
        TOKEN,
        ACCESS,
        UNKNOWN_METHOD,
        BAD_REQUEST
    }

    /** Tells the kind of a recorded error by its message, all that the recordings have of it. */
    static Refusal recorded(String message) {
        if (message.startsWith("Unable to authenticate")) {
            return new Refusal(Kind.TOKEN, message);
        }
        if (message.startsWith("You can't access")) {
            return new Refusal(Kind.ACCESS, message);
        }
        boolean unknown = message.contains("does not exist or is not available") || message.contains("is not enabled");
        return new Refusal(unknown ? Kind.UNKNOWN_METHOD : Kind.BAD_REQUEST, message);
    }

    static Refusal access(String message) {
        return new Refusal(Kind.ACCESS, message);
    }

    static Refusal request(String message) {
        return new Refusal(Kind.BAD_REQUEST, message);
    }
}
