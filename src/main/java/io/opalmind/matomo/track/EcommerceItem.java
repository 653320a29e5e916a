package io.opalmind.matomo.track;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing in an order or a cart. What Matomo would leave out or change without a word is refused
 * (GoalManager::getCleanedEcommerceItems): an item without SKU, a price that is no number counts as 0, a quantity of 0 as 1,
 * a sixth category as none.
 */
final class EcommerceItem {
    static final String FIELDS = "sku, name, category, price, quantity";

    private static final int MOST_CATEGORIES = 5;

    private String sku = "";
    private String name = "";
    private final List<String> categories = new ArrayList<>();
    private String price = "0";
    private String quantity = "1";
    private int known;

    /**
     * Sets a field; for {@code category} adds one.
     *
     * @throws IllegalArgumentException where there is no such field, it is set already, or the value will not do
     */
    void set(String field, String value) {
        switch (field) {
            case "sku" -> sku = once(1, field, value);
            case "name" -> name = once(2, field, value);
            case "price" -> price = number(once(4, field, value));
            case "quantity" -> quantity = whole(once(8, field, value));
            case "category", "categories" -> category(value);
            default -> throw new IllegalArgumentException("no field '" + field + "' in an item; there are " + FIELDS);
        }
    }

    private String once(int bit, String field, String value) {
        if ((known & bit) != 0) {
            throw new IllegalArgumentException(field + " is given twice in one item");
        }
        known |= bit;
        return value;
    }

    void category(String value) {
        if (categories.size() == MOST_CATEGORIES) {
            throw new IllegalArgumentException("an item has " + MOST_CATEGORIES + " categories at the most");
        }
        if (!value.isBlank()) {
            categories.add(value);
        }
    }

    private static String number(String value) {
        String fault = HitNumbers.fault(value);
        if (fault != null) {
            throw new IllegalArgumentException("price '" + value + "' of an item: " + fault);
        }
        return value;
    }

    private static String whole(String value) {
        int number = HitNumbers.whole(value.startsWith("-") ? value.substring(1) : value);
        if (number < 1) {
            throw new IllegalArgumentException(
                    "quantity '" + value + "' of an item: a whole number, not 0, which Matomo takes for 1");
        }
        return value;
    }

    /** As Matomo takes it: {@code ["SKU","Name",["Cat"],19.7,3]}. */
    void write(JsonGenerator json) throws IOException {
        json.writeStartArray();
        json.writeString(sku);
        json.writeString(name);
        if (categories.isEmpty()) {
            json.writeString("");
        } else {
            json.writeStartArray();
            for (String category : categories) {
                json.writeString(category);
            }
            json.writeEndArray();
        }
        json.writeNumber(plain(price));
        json.writeNumber(plain(quantity));
        json.writeEndArray();
    }

    /** As JSON writes numbers: {@code +.5} is 0.5, {@code 007} is 7. */
    private static String plain(String number) {
        boolean minus = number.startsWith("-");
        String digits = minus || number.startsWith("+") ? number.substring(1) : number;
        int start = 0;
        while (start + 1 < digits.length() && digits.charAt(start) == '0' && isDigit(digits.charAt(start + 1))) {
            start++;
        }
        digits = digits.substring(start).replace(".e", "e").replace(".E", "E");
        digits = digits.startsWith(".") ? "0" + digits : digits;
        digits = digits.endsWith(".") ? digits.substring(0, digits.length() - 1) : digits;
        return minus ? "-" + digits : digits;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** @throws IllegalArgumentException where it is not complete */
    void requireSku() {
        if (sku.isBlank() || sku.equals("0")) {
            throw new IllegalArgumentException("an item needs a sku; Matomo leaves it out without");
        }
    }
}
