package io.opalmind.render;

import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Chooses the columns to print, from what was asked for and what the rows have. */
final class Columns {
    private Columns() {}

    /**
     * The columns that were asked for, each once.
     *
     * @throws UnknownColumnException where there are rows and none of them has one of these
     */
    static List<Column> asked(List<String> paths, List<Row> rows) {
        List<Column> columns = new ArrayList<>(paths.size());
        for (String path : new LinkedHashSet<>(paths)) {
            Column column = Column.path(path);
            if (!rows.isEmpty() && !occurs(column, rows)) {
                throw new UnknownColumnException(path, known(path, rows));
            }
            columns.add(column);
        }
        return columns;
    }

    /** Every member that a row has, in the order in which they first come. */
    static List<Column> members(List<Row> rows) {
        Set<String> names = new LinkedHashSet<>();
        for (Row row : rows) {
            addNames(names, row, "");
        }
        List<Column> columns = new ArrayList<>(names.size());
        for (String name : names) {
            columns.add(Column.member(name));
        }
        return columns;
    }

    /** For people: those preferred that occur, else the members without nested objects and arrays, else all. */
    static List<Column> worthALook(List<String> preferred, List<Row> rows) {
        List<Column> columns = occurring(preferred, rows);
        if (columns.isEmpty()) {
            columns = scalars(rows);
        }
        return columns.isEmpty() ? members(rows) : columns;
    }

    private static List<Column> occurring(List<String> paths, List<Row> rows) {
        List<Column> columns = new ArrayList<>(paths.size());
        for (String path : new LinkedHashSet<>(paths)) {
            Column column = Column.path(path);
            if (occurs(column, rows)) {
                columns.add(column);
            }
        }
        return columns;
    }

    private static List<Column> scalars(List<Row> rows) {
        List<Column> columns = new ArrayList<>();
        for (Column column : members(rows)) {
            if (!isNested(column, rows)) {
                columns.add(column);
            }
        }
        return columns;
    }

    private static boolean isNested(Column column, List<Row> rows) {
        for (Row row : rows) {
            Value value = column.in(row);
            if (value instanceof Value.Items || (value instanceof Row && Amount.number(value) == null)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of these columns holds money in one of these rows. */
    static boolean moneyOccurs(List<Column> columns, List<Row> rows) {
        for (Row row : rows) {
            for (Column column : columns) {
                Value value = column.in(row);
                if (value != null && Amount.currency(value) != null) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean occurs(Column column, List<Row> rows) {
        for (Row row : rows) {
            if (column.in(row) != null) {
                return true;
            }
        }
        return false;
    }

    /** What could have been meant: the members of the object to which the path leads, else those of the rows. */
    static List<String> known(String path, List<Row> rows) {
        Set<String> names = new LinkedHashSet<>();
        for (int dot = path.lastIndexOf('.'); dot > 0 && names.isEmpty(); dot = path.lastIndexOf('.', dot - 1)) {
            Column outer = Column.path(path.substring(0, dot));
            for (Row row : rows) {
                if (outer.in(row) instanceof Row inner) {
                    addNames(names, inner, outer.path() + '.');
                }
            }
        }
        if (names.isEmpty()) {
            for (Row row : rows) {
                addNames(names, row, "");
            }
        }
        return List.copyOf(names);
    }

    private static void addNames(Set<String> names, Row row, String prefix) {
        for (int i = 0; i < row.size(); i++) {
            names.add(prefix.isEmpty() ? row.name(i) : prefix + row.name(i));
        }
    }
}
