package io.opalmind.matomo.track.bulk;

import io.opalmind.matomo.track.HitFault;

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

    static BadLineException of(HitFault fault) {
        String value = fault.value();
        String shown = value == null ? "" : fault.named("").message();
        return new BadLineException(
                fault.field(), value == null ? fault.reason() : shown.substring(1, shown.length() - 1));
    }

    String field() {
        return field;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
