package io.opalmind.matomo.track;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is in an order or a cart, for Matomo's parameter {@code ec_items}. */
public final class EcommerceItems {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String[] ORDER = {"sku", "name", "category", "price", "quantity"};

    private final List<EcommerceItem> items = new ArrayList<>();

    /**
     * Adds an item, written as {@code sku=…,name=…,category=A|B,price=…,quantity=…}; a comma or a {@code |} within a value
     * stands in double quotes or behind a backslash.
     *
     * @throws IllegalArgumentException says what is wrong
     */
    public EcommerceItems add(String typed) {
        EcommerceItem item = ItemText.read(typed);
        item.requireSku();
        items.add(item);
        return this;
    }

    /**
     * Adds items from JSON: an array of objects with the members sku, name, category (a text or an array), price and
     * quantity, or of Matomo's arrays of the same in this order.
     *
     * @throws IllegalArgumentException says what is wrong
     */
    public EcommerceItems addJson(String text) {
        try (JsonParser json = JSON.createParser(text)) {
            require(json.nextToken() == JsonToken.START_ARRAY, "a JSON array of items");
            JsonToken token = json.nextToken();
            for (; token != JsonToken.END_ARRAY; token = json.nextToken()) {
                items.add(item(json));
            }
            require(json.nextToken() == null, "one JSON array of items, and nothing behind it");
            return this;
        } catch (JsonProcessingException damaged) {
            throw new IllegalArgumentException(notJson(damaged), damaged);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Jackson knows no place for what goes beyond its own bounds. */
    private static String notJson(JsonProcessingException damaged) {
        @Nullable JsonLocation place = damaged.getLocation();
        return place == null ? "no JSON that can be read" : "no JSON (line " + place.getLineNr() + ")";
    }

    private static EcommerceItem item(JsonParser json) throws IOException {
        EcommerceItem item = new EcommerceItem();
        if (json.currentToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                set(item, field, json);
            }
        } else {
            require(json.currentToken() == JsonToken.START_ARRAY, "each item an object or an array");
            int index = 0;
            while (json.nextToken() != JsonToken.END_ARRAY) {
                require(index < ORDER.length, "an item has " + EcommerceItem.FIELDS + " and no more");
                set(item, ORDER[index++], json);
            }
        }
        item.requireSku();
        return item;
    }

    private static void set(EcommerceItem item, String field, JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_ARRAY && field.startsWith("categor")) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                require(json.currentToken().isScalarValue(), "each category a text");
                item.category(json.getText());
            }
            return;
        }
        require(token.isScalarValue() && !token.isBoolean(), field + " of an item: a text or a number");
        if (token != JsonToken.VALUE_NULL && !json.getText().isEmpty()) {
            item.set(field, json.getText());
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

    /** As Matomo takes them: {@code [["SKU","Name",["Cat"],19.7,3],…]}. */
    public String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (EcommerceItem item : items) {
                item.write(json);
            }
            json.writeEndArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    /** Why that is not Matomo's form, an array of arrays, or null. */
    static @Nullable String fault(String text) {
        try {
            new EcommerceItems().addJson(text);
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
        return isArrays(text) ? null : "a JSON array of arrays, as in [[\"SKU\",\"Name\",[\"Category\"],19.7,3]]";
    }

    private static boolean isArrays(String text) {
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            JsonToken token = json.nextToken();
            for (; token == JsonToken.START_ARRAY; token = json.nextToken()) {
                json.skipChildren();
            }
            return token == JsonToken.END_ARRAY;
        } catch (IOException damaged) {
            return false;
        }
    }
}
