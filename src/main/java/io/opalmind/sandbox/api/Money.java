package io.opalmind.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;

/** Amounts as Matomo writes them: 5 and 19.7. */
final class Money {
    private Money() {}

    static JsonNode number(double amount) {
        return amount == Math.rint(amount) ? LongNode.valueOf((long) amount) : DoubleNode.valueOf(amount);
    }
}
