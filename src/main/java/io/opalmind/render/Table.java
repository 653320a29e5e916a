package io.opalmind.render;

import java.util.List;

/**
 * What to print of a report's rows.
 *
 * <p>A column is a path: the name of a member as it stands, else names with dots between them, such as
 * {@code goals.idgoal=1.nb_conversions}, which leads into nested objects.
 *
 * @param shape rows, or the one row of a record
 * @param columns the columns that were asked for, in that order; empty is the format's default: every member in JSON,
 *     NDJSON, CSV and TSV, and {@code preferred} in tables and Markdown
 * @param preferred the columns worth a person's look; those that occur are shown, and where none does, every member
 *     that is no nested object or array
 */
public record Table(Shape shape, List<String> columns, List<String> preferred) {
    /** How many rows there are to be. */
    public enum Shape {
        /** Any number of rows; JSON prints an array. */
        ROWS,
        /** Exactly one row; JSON prints an object, and a table a line a member. */
        RECORD
    }

    public Table {
        columns = List.copyOf(columns);
        preferred = List.copyOf(preferred);
    }

    public static Table rows(List<String> columns, List<String> preferred) {
        return new Table(Shape.ROWS, columns, preferred);
    }

    public static Table record(List<String> columns, List<String> preferred) {
        return new Table(Shape.RECORD, columns, preferred);
    }

    boolean isRecord() {
        return shape == Shape.RECORD;
    }

    /** Called for each row with the number of rows before it: a second row in a record is a fault of the caller. */
    void admit(int before) {
        if (before > 0 && isRecord()) {
            throw new IllegalStateException("A record has one row, and here is a second.");
        }
    }
}
