package io.opalmind.sandbox.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class NodeTextTest {
    @Test
    void text_is_the_one_that_the_node_would_give() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("text", "a\"\u0001é\uD83D\uDE00").put("whole", 7).put("long", 1L << 40);
        node.put("double", 2754.4700000000003).put("round", 3.0).put("decimal", new BigDecimal("1.50"));
        node.put("yes", true).putNull("none").putArray("list").add(1).addObject();
        node.putObject("empty");
        for (JsonNode each : node) {
            assertEquals(each.toString(), NodeText.of(each));
        }
        assertEquals(node.toString(), NodeText.of(node));
    }
}
