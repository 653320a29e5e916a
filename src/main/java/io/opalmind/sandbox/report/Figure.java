package io.opalmind.sandbox.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;

/** Figures as JSON in the forms that PHP gives them. */
final class Figure {
    private Figure() {}

    /** A number; a whole one has no fraction, whatever it was computed with. */
    static JsonNode number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? LongNode.valueOf((long) value)
                : DecimalNode.valueOf(BigDecimal.valueOf(value));
    }

    /** A share such as 0.3441: {@code "34.41%"}, or the number where formats are not wanted. */
    static JsonNode share(double value, Wish wish) {
        if (!wish.formatted()) {
            return number(value);
        }
        return TextNode.valueOf(number(Rounding.php(value * 100, 4)).asText() + "%");
    }

    /** A number that was read from the database and never added to: text, as PHP leaves it. */
    static JsonNode text(double value) {
        return TextNode.valueOf(number(value).asText());
    }
}
