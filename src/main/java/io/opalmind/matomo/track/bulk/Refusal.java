package io.opalmind.matomo.track.bulk;

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
record Refusal(long line, long ordinal, String field, String reason, int status, byte[] text) {
    static Refusal of(ImportLine line, String reason, int status) {
        return new Refusal(line.number(), line.ordinal(), "", reason, status, line.text());
    }

    /** For people. */
    String message() {
        return "Line " + line + ": " + (field.isEmpty() ? "" : field + " ") + reason
                + (status == 0 ? "" : " (HTTP " + status + ")") + ".";
    }
}
