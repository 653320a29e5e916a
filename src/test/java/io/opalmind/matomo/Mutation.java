package io.opalmind.matomo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Damages a body in ways that depend on its random numbers alone. */
final class Mutation {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Stands for text that no tree can hold until the tree is written. */
    private static final String RAW = "@@RAW@@";

    private static final List<String> ODD_VALUES = List.of(
            "1e999999999",
            "-1e999999999",
            "1e-999999999",
            "1e308",
            "-0",
            "-1",
            "0.1e1",
            "9".repeat(400),
            "9".repeat(1200),
            "NaN",
            "null",
            "true",
            "false",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "{\"value\":7}",
            "{\"value\":1,\"value\":2,\"currency\":\"\"}",
            "{\"\":{}}",
            "\"\"",
            "\"1,234\"",
            "\"1e5\"",
            "\"" + "8".repeat(2000) + "\"",
            "\"12 %\"",
            "\"5 min 3s\"",
            "\"99:99:99999999999\"",
            "\"\\ud800\"",
            "\"\\udc00x\\ud83d\\ude00\"",
            "\"\\u0000\\u001b[31m\\u202e\"",
            "\"Others\"",
            "\"2026-11-24\"",
            "{\"2026-11-24\":[]}",
            "{\"\\ud800\":1}",
            "\"" + "x".repeat(100_000) + "\"");

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    String of(String body) {
        return switch (random.nextInt(10)) {
            case 0 -> body;
            case 1 -> body.substring(0, random.nextInt(body.length() + 1));
            case 2 -> scrambled(body);
            case 3 -> body.replaceFirst("\"[a-z_]+\":", "\"label\":1,\"label\":\"twice\",$0");
            case 4 -> odd();
            default -> grown(body);
        };
    }

    private String scrambled(String body) {
        StringBuilder scrambled = new StringBuilder(body);
        for (int i = random.nextInt(5); i >= 0 && scrambled.length() > 0; i--) {
            scrambled.setCharAt(random.nextInt(scrambled.length()), (char) random.nextInt(256));
        }
        return scrambled.toString();
    }

    private String grown(String body) {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(body);
        } catch (JsonProcessingException noJson) {
            return scrambled(body);
        }
        List<ContainerNode<?>> containers = new ArrayList<>();
        collect(tree, containers);
        for (int i = random.nextInt(3); i >= 0 && !containers.isEmpty(); i--) {
            change(containers.get(random.nextInt(containers.size())));
        }
        String text = tree.toString();
        while (text.contains(RAW)) {
            text = text.replaceFirst("\"" + RAW + "\"", java.util.regex.Matcher.quoteReplacement(odd()));
        }
        return text;
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> containers) {
        if (node instanceof ContainerNode<?> container) {
            containers.add(container);
            node.forEach(child -> collect(child, containers));
        }
    }

    private void change(ContainerNode<?> container) {
        if (container instanceof ArrayNode array) {
            change(array);
        } else if (container instanceof ObjectNode object) {
            change(object);
        }
    }

    private void change(ArrayNode array) {
        int index = random.nextInt(array.size() + 1);
        switch (random.nextInt(3)) {
            case 0 -> array.insert(index, RAW);
            case 1 -> array.remove(index);
            default -> array.insert(index, array.path(0));
        }
    }

    private void change(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty()) {
            object.put("label", RAW);
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        String other = names.get(random.nextInt(names.size()));
        switch (random.nextInt(5)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name, object.get(other));
            case 2 -> object.set(name, TextNode.valueOf(object.get(other).asText()));
            default -> object.put(name, RAW);
        }
    }

    private String odd() {
        if (random.nextInt(8) > 0) {
            return ODD_VALUES.get(random.nextInt(ODD_VALUES.size()));
        }
        int depth = List.of(300, 490, 499, 500, 998, 1001).get(random.nextInt(6));
        boolean array = random.nextBoolean();
        return (array ? "[" : "{\"revenue\":").repeat(depth) + "1" + (array ? "]" : "}").repeat(depth);
    }
}
