package io.opalmind.matomo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a report, or an object inside one: named values in Matomo's order.
 *
 * <p>Metrics that Matomo adds in a later version pass through untouched. A row holds some twenty members, so a name is
 * found by walking, which is quicker here than a hash map and keeps half a million of them small.
 */
public final class Row implements Value {
    private final List<String> names;
    private final List<Value> values;

    public Row() {
        this(16);
    }

    public Row(int expected) {
        names = new ArrayList<>(expected);
        values = new ArrayList<>(expected);
    }

    public int size() {
        return names.size();
    }

    public String name(int index) {
        return names.get(index);
    }

    public Value value(int index) {
        return values.get(index);
    }

    public List<String> names() {
        return List.copyOf(names);
    }

    public int indexOf(String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    public boolean has(String name) {
        return indexOf(name) >= 0;
    }

    /** The value of that name, or null where the row has none. */
    public @Nullable Value get(String name) {
        int index = indexOf(name);
        return index < 0 ? null : values.get(index);
    }

    /** Sets a value: in place where the name is there (as JSON.parse does), else at the end. */
    public Row put(String name, Value value) {
        int index = indexOf(name);
        if (index < 0) {
            names.add(name);
            values.add(value);
        } else {
            values.set(index, value);
        }
        return this;
    }

    /** Adds a member that the row is known not to have; {@link #put} would look for it first. */
    public Row append(String name, Value value) {
        names.add(name);
        values.add(value);
        return this;
    }

    public Row put(String name, String text) {
        return put(name, new Text(text));
    }

    public Row put(String name, long number) {
        return put(name, Num.of(number));
    }

    /** Removes that name; nothing happens where the row has none. */
    public Row remove(String name) {
        int index = indexOf(name);
        if (index >= 0) {
            names.remove(index);
            values.remove(index);
        }
        return this;
    }

    /** Adds all of another row's members behind this row's own. */
    public Row putAll(Row other) {
        for (int i = 0; i < other.size(); i++) {
            put(other.name(i), other.value(i));
        }
        return this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row row && names.equals(row.names) && values.equals(row.values);
    }

    @Override
    public int hashCode() {
        return 31 * names.hashCode() + values.hashCode();
    }

    @Override
    public String toString() {
        return "Row" + names + values;
    }
}
