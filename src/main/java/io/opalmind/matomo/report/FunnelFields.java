package io.opalmind.matomo.report;

import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import org.jspecify.annotations.Nullable;

/** The members of one of the Funnels plugin's records, whose names differ between its versions in spelling and case. */
final class FunnelFields {
    private final Row row;

    private FunnelFields(Row row) {
        this.row = row;
    }

    static FunnelFields of(@Nullable Value value) {
        if (value instanceof Value.Items items && !items.values().isEmpty()) {
            return of(items.values().get(0));
        }
        return new FunnelFields(value instanceof Row row ? row : new Row());
    }

    @Nullable
    Value get(String name) {
        for (int i = 0; i < row.size(); i++) {
            if (row.name(i).equalsIgnoreCase(name)) {
                return row.value(i);
            }
        }
        return null;
    }

    /** The first of these that is a text or a number, or null. */
    @Nullable
    String text(String... names) {
        for (String name : names) {
            Value value = get(name);
            if (value instanceof Value.Text text && !text.text().isBlank()) {
                return text.text().strip();
            }
            if (value instanceof Value.Num number) {
                return number.digits();
            }
        }
        return null;
    }

    /** The first of these that is a number or a percentage, or null. */
    @Nullable
    Double number(String... names) {
        for (String name : names) {
            Value value = get(name);
            if (value instanceof Value.Text text && text.text().strip().endsWith("%")) {
                String digits = text.text().strip();
                value = new Value.Text(digits.substring(0, digits.length() - 1));
            }
            if (value != null && Coercion.grouped(value) instanceof Value.Num number) {
                return number.asDouble();
            }
        }
        return null;
    }
}
