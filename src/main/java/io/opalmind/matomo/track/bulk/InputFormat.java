package io.opalmind.matomo.track.bulk;

import java.util.Locale;

/** How the hits of a file are written, one a line. */
public enum InputFormat {
    /** JSON objects. */
    NDJSON,
    /** RFC 4180 with a header. */
    CSV,
    /** Query strings, bare or in URLs, or in the lines of an access log. */
    QUERY;

    /**
     * The format of that name, in lower case.
     *
     * @throws IllegalArgumentException where there is none; its message names them all
     */
    public static InputFormat named(String word) {
        for (InputFormat format : values()) {
            if (format.word().equals(word)) {
                return format;
            }
        }
        throw new IllegalArgumentException("No input format '" + word + "'. Choose one of ndjson, csv, query.");
    }

    /** The name by which users ask for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Tells it by the first line that is not blank. A header of CSV has no {@code =}, and a query string has.
     *
     * @throws ImportRefusedException where that is the start of a JSON array
     */
    static InputFormat of(String firstLine) {
        String line = firstLine.strip();
        if (line.startsWith("[")) {
            throw ImportRefusedException.of(
                    "The input is a JSON array; one object a line is wanted. jq -c '.[]' makes lines of it.");
        }
        if (line.startsWith("{")) {
            return NDJSON;
        }
        return !line.startsWith("\"") && line.indexOf('=') >= 0 ? QUERY : CSV;
    }
}
