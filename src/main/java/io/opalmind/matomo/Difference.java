package io.opalmind.matomo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place where two values of a report are not the same. Rows are compared by their labels, whatever their order; money
 * with its currency is the number alone.
 *
 * @param path such as {@code [/blog].nb_visits}; empty for the whole
 * @param before null where it has none
 * @param after null where it has none
 */
public record Difference(
        String path, @Nullable Value before, @Nullable Value after) {
    /** What more there is, is not looked for. */
    public static final int MOST = 100;

    private static final String LABEL = "label";

    /** All of them, {@link #MOST} at the most. */
    public static List<Difference> between(Value before, Value after) {
        List<Difference> found = new ArrayList<>();
        compare("", before, after, found);
        return found;
    }

    private static void compare(String path, @Nullable Value one, @Nullable Value other, List<Difference> found) {
        Value before = plain(one);
        Value after = plain(other);
        if (found.size() >= MOST) {
            return;
        }
        if (before instanceof Row row && after instanceof Row with) {
            members(path, row, with, found);
        } else if (before instanceof Value.Items items && after instanceof Value.Items with) {
            items(path, items.values(), with.values(), found);
        } else if (!same(before, after)) {
            found.add(new Difference(path, before, after));
        }
    }

    private static @Nullable Value plain(@Nullable Value value) {
        return value instanceof Row row && row.size() == 2 && row.has("value") && row.has("currency")
                ? row.get("value")
                : value;
    }

    private static boolean same(@Nullable Value one, @Nullable Value other) {
        if (one instanceof Value.Num number && other instanceof Value.Num with) {
            return number.digits().equals(with.digits()) || Double.compare(number.asDouble(), with.asDouble()) == 0;
        }
        return one == null ? other == null : one.equals(other);
    }

    private static void members(String path, Row before, Row after, List<Difference> found) {
        for (int i = 0; i < before.size(); i++) {
            compare(member(path, before.name(i)), before.value(i), after.get(before.name(i)), found);
        }
        for (int i = 0; i < after.size(); i++) {
            if (!before.has(after.name(i))) {
                compare(member(path, after.name(i)), null, after.value(i), found);
            }
        }
    }

    private static String member(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static void items(String path, List<Value> before, List<Value> after, List<Difference> found) {
        List<Value> left = new ArrayList<>(after);
        for (int i = 0; i < before.size(); i++) {
            String name = name(before.get(i), i);
            Value match = take(left, before.get(i));
            compare(path + "[" + name + "]", before.get(i), match, found);
        }
        for (int i = 0; i < left.size(); i++) {
            compare(path + "[" + name(left.get(i), before.size() + i) + "]", null, left.get(i), found);
        }
    }

    /** The date before the label, as in a series a label comes once a date. */
    private static String name(Value item, int index) {
        String label = text(item, LABEL);
        String date = text(item, "date");
        if (label == null) {
            return date == null ? Integer.toString(index) : date;
        }
        return date == null ? label : date + " " + label;
    }

    private static @Nullable String text(Value item, String name) {
        return item instanceof Row row && row.get(name) instanceof Value.Text text ? text.text() : null;
    }

    /** The item of the same name, or the next one where there are no names. */
    private static @Nullable Value take(List<Value> left, Value item) {
        String name = name(item, -1);
        for (int i = 0; i < left.size(); i++) {
            if (name(left.get(i), -1).equals(name)) {
                return left.remove(i);
            }
        }
        return null;
    }
}
