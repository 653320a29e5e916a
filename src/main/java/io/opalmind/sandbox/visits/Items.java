package io.opalmind.sandbox.visits;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code ec_items}: {@code [[sku, name, category or categories, price, quantity], …]}. */
final class Items {
    private static final int CATEGORIES = 5;

    /** So that one hit cannot fill the memory; Matomo has no such bound. */
    private static final int MOST = 1000;

    private static final int MOST_OF_ONE = 1_000_000;

    private Items() {}

    /** The products, 1,000 at most; none where the text holds none that can be read. One without a SKU is left out. */
    static List<Conversion.Item> read(@Nullable String text) {
        List<Conversion.Item> items = new ArrayList<>();
        for (Object member : ItemRows.read(text)) {
            Row row = new Row(member);
            String sku = Texts.line(row.text(0));
            if (!sku.isEmpty() && items.size() < MOST) {
                double price = Numbers.money(row.text(3), 0);
                items.add(new Conversion.Item(
                        sku, Texts.line(row.text(1)), categories(row.get(2)), price, quantity(row.text(4))));
            }
        }
        return List.copyOf(items);
    }

    /** @param member of the outer array */
    private record Row(Object member) {
        Object get(int column) {
            return member instanceof List<?> cells && column < cells.size() ? cells.get(column) : "";
        }

        String text(int column) {
            return ItemRows.text(get(column));
        }
    }

    private static int quantity(String quantity) {
        Double number = Numbers.decimal(quantity);
        return number == null ? 1 : (int) Math.min(Math.max(1, number), MOST_OF_ONE);
    }

    private static List<String> categories(Object categories) {
        List<String> names = new ArrayList<>(1);
        for (Object category : categories instanceof List<?> several ? several : List.of(categories)) {
            String name = Texts.line(ItemRows.text(category));
            if (!name.isEmpty() && names.size() < CATEGORIES) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }
}
