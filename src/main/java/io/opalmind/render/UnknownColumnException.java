package io.opalmind.render;

import java.util.List;

/**
 * A column was asked for that no row has.
 *
 * <p>Unchecked, so that it passes through readers of answers, for whom an IOException of a sink would be one of theirs.
 */
public final class UnknownColumnException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String column;
    private final transient List<String> known;

    /** @param known the columns that there are, in the order of the rows; a nested object's own where the path led there */
    public UnknownColumnException(String column, List<String> known) {
        super("No column '" + column + "' in this report. It has: " + String.join(", ", known) + ".");
        this.column = column;
        this.known = List.copyOf(known);
    }

    public String column() {
        return column;
    }

    public List<String> known() {
        return known;
    }
}
