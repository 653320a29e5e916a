package io.opalmind.matomo.report;

import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of a report that the SDK knows: they come first, in this order, and the numeric ones are made numbers.
 * What else Matomo sends follows in its own order, untouched.
 */
final class Schema {
    private final String[] names;
    private final boolean[] numeric;
    private final Map<String, Integer> slots = new HashMap<>();

    /** @param members names in order; one that is text is written {@code "name:text"} */
    Schema(String... members) {
        names = new String[members.length];
        numeric = new boolean[members.length];
        for (int i = 0; i < members.length; i++) {
            numeric[i] = !members[i].endsWith(":text");
            names[i] = numeric[i] ? members[i] : members[i].substring(0, members[i].length() - 5);
            slots.put(names[i], i);
        }
    }

    /** Those columns, and behind them the members that are not among them. */
    List<String> behind(List<String> columns) {
        List<String> all = new ArrayList<>(columns);
        for (String name : names) {
            if (!columns.contains(name)) {
                all.add(name);
            }
        }
        return all;
    }

    /** The row in this order, with {@code date} before all where there is one. */
    Row apply(@Nullable String date, Row raw) {
        Row row = new Row(raw.size() + 1);
        if (date != null) {
            row.put("date", date);
        }
        @Nullable Value[] known = new @Nullable Value[names.length];
        for (int i = 0; i < raw.size(); i++) {
            Integer slot = slots.get(raw.name(i));
            if (slot != null) {
                known[slot] = raw.value(i);
            }
        }
        for (int slot = 0; slot < names.length; slot++) {
            Value value = known[slot];
            if (value != null) {
                row.append(names[slot], numeric[slot] ? Coercion.number(value) : value);
            }
        }
        for (int i = 0; i < raw.size(); i++) {
            String name = raw.name(i);
            if (!slots.containsKey(name) && !(date != null && name.equals("date"))) {
                row.append(name, raw.value(i));
            }
        }
        return row;
    }
}
