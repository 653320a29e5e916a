package io.opalmind.render;

import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import org.jspecify.annotations.Nullable;

/**
 * A place in a row: a member's name, or a path into nested objects.
 *
 * @param path what the user wrote, and what stands in headers
 * @param dotted whether the path may be split at its dots; a member's name may hold dots itself
 */
record Column(String path, boolean dotted) {
    static Column member(String name) {
        return new Column(name, false);
    }

    static Column path(String path) {
        return new Column(path, path.indexOf('.') >= 0);
    }

    /** The value there, or null where the row has none. */
    @Nullable
    Value in(Row row) {
        int at = row.indexOf(path);
        return at >= 0 ? row.value(at) : inside(row);
    }

    /**
     * The index of the member of that very name, or -1.
     *
     * @param near where it is expected: rows come in much the same order, so mostly it is there
     */
    int at(Row row, int near) {
        return near < row.size() && row.name(near).equals(path) ? near : row.indexOf(path);
    }

    /** The value in a nested object; a member's name is tried up to each dot, as {@code idgoal=1} is one and has none. */
    @Nullable
    Value inside(Row row) {
        if (!dotted) {
            return null;
        }
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            if (row.get(path.substring(0, dot)) instanceof Row inner) {
                Value found = path(path.substring(dot + 1)).in(inner);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
