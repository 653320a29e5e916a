package io.opalmind.matomo.track.bulk;

import java.nio.charset.StandardCharsets;

/**
 * Why a line is not delivered.
 *
 * @param line its number
 * @param ordinal in the {@link Window}
 * @param field at fault, or empty
 * @param reason in one line
 * @param status of Matomo's answer, or 0 where it was not asked
 * @param text the line as it is
 */
record Refusal(long line, long ordinal, String field, String reason, int status, String text) {
    static Refusal of(ImportLine line, String reason, int status) {
        return new Refusal(line.number(), line.ordinal(), "", reason, status, text(line.text()));
    }

    static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }

    /** For people. */
    String message() {
        return "Line " + line + ": " + (field.isEmpty() ? "" : field + " ") + reason
                + (status == 0 ? "" : " (HTTP " + status + ")") + ".";
    }
}
