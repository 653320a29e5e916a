package io.opalmind.render;

import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import org.jspecify.annotations.Nullable;

/**
 * Objects that stand for one number: money, {@code {"value":30,"currency":"EUR"}}, and measures,
 * {@code {"value":237,"unit":"seconds"}}.
 */
final class Amount {
    private static final String VALUE = "value";
    private static final String CURRENCY = "currency";
    private static final String UNIT = "unit";

    private Amount() {}

    /** The number of money or of a measure; null of anything else. */
    static Value.@Nullable Num number(Value value) {
        if (value instanceof Row row
                && row.size() == 2
                && row.get(VALUE) instanceof Value.Num number
                && (row.get(CURRENCY) instanceof Value.Text || row.get(UNIT) instanceof Value.Text)) {
            return number;
        }
        return null;
    }

    /** The currency of money; null of anything else. */
    static @Nullable String currency(Value value) {
        return word(value, CURRENCY);
    }

    /** The unit of a measure; null of anything else. */
    static @Nullable String unit(Value value) {
        return word(value, UNIT);
    }

    private static @Nullable String word(Value value, String name) {
        if (number(value) != null && value instanceof Row row && row.get(name) instanceof Value.Text text) {
            return text.text();
        }
        return null;
    }
}
