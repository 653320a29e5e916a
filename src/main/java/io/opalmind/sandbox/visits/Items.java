package io.opalmind.sandbox.visits;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code ec_items}: {@code [[sku, name, category or categories, price, quantity], …]}. */
final class Items {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CATEGORIES = 5;

    /** So that one hit cannot fill the memory; Matomo has no such bound. */
    private static final int MOST = 1000;

    private static final int MOST_OF_ONE = 1_000_000;

    private Items() {}

    /** The products, 1,000 at most; none where the text holds none that can be read. One without a SKU is left out. */
    static List<Conversion.Item> read(@Nullable String text) {
        List<Conversion.Item> items = new ArrayList<>();
        for (JsonNode row : rows(text)) {
            String sku = Texts.line(row.path(0).asText());
            if (!sku.isEmpty() && items.size() < MOST) {
                double price = Numbers.money(row.path(3).asText(), 0);
                String name = Texts.line(row.path(1).asText());
                items.add(new Conversion.Item(sku, name, categories(row.path(2)), price, quantity(row.path(4))));
            }
        }
        return List.copyOf(items);
    }

    private static JsonNode rows(@Nullable String text) {
        try {
            return JSON.readTree(text == null ? "[]" : text);
        } catch (JsonProcessingException unreadable) {
            return JSON.createArrayNode();
        }
    }

    private static int quantity(JsonNode quantity) {
        Double number = Numbers.decimal(quantity.asText());
        return number == null ? 1 : (int) Math.min(Math.max(1, number), MOST_OF_ONE);
    }

    private static List<String> categories(JsonNode categories) {
        List<String> names = new ArrayList<>(1);
        for (JsonNode category : categories.isArray() ? categories : List.of(categories)) {
            String name = Texts.line(category.asText());
            if (!name.isEmpty() && names.size() < CATEGORIES) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }
}
