package io.opalmind.matomo.track.bulk;

/** A line holds no hit. Without a stack trace, as a file may hold millions of such lines. */
final class BadLineException extends Exception {
    private final String field;

    /**
     * @param field the member or column at fault; empty where it is the line as a whole
     * @param reason what is wrong with it, in one line
     */
    BadLineException(String field, String reason) {
        super(reason, null, false, false);
        this.field = field;
    }

    String field() {
        return field;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
