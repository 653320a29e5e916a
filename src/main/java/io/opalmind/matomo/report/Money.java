package io.opalmind.matomo.report;

import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the site's currency to the amounts of a row, as the SDK does: {@code {"value":12.5,"currency":"EUR"}}. */
public final class Money {
    private Money() {}

    /** The row with its amounts, nested ones too, as money; currency null where it is not known. */
    public static Row in(Row row, @Nullable String currency) {
        Row result = new Row(row.size());
        for (int i = 0; i < row.size(); i++) {
            result.append(row.name(i), convert(row.name(i), row.value(i), currency));
        }
        return result;
    }

    private static Value convert(String name, Value value, @Nullable String currency) {
        if (isAmount(name) && Coercion.number(value) instanceof Value.Num amount) {
            Value unit = currency == null ? Value.Nothing.INSTANCE : new Value.Text(currency);
            return new Row(2).append("value", amount).append("currency", unit);
        }
        if (value instanceof Row nested) {
            return in(nested, currency);
        }
        if (value instanceof Value.Items items) {
            List<Value> converted = new ArrayList<>(items.values().size());
            for (Value item : items.values()) {
                converted.add(item instanceof Row nested ? in(nested, currency) : item);
            }
            return new Value.Items(converted);
        }
        return value;
    }

    private static boolean isAmount(String name) {
        return switch (name) {
            case "revenue",
                    "revenue_per_visit",
                    "revenue_per_conversion",
                    "avg_order_revenue",
                    "revenue_subtotal",
                    "revenue_tax",
                    "revenue_shipping",
                    "revenue_discount" -> true;
            default -> false;
        };
    }
}
