package io.opalmind.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where an answer of the sandbox is another than Matomo's. Numbers are compared by value, all else to the letter, rows and
 * members in their order.
 */
final class Differences {
    /** Members of Matomo's that the sandbox leaves out, as docs/sandbox.md says. */
    static final Set<String> LEFT_OUT = Set.of("idsubdatatable");

    private final List<String> found = new ArrayList<>();

    private Differences() {}

    static List<String> between(JsonNode recorded, JsonNode ours) {
        Differences differences = new Differences();
        differences.compare("", recorded, ours);
        return differences.found;
    }

    private void compare(String path, JsonNode recorded, JsonNode ours) {
        if (recorded.isObject() && ours.isObject()) {
            compareMembers(path, recorded, ours);
        } else if (recorded.isArray() && ours.isArray()) {
            compareRows(path, recorded, ours);
        } else if (!isSame(recorded, ours)) {
            found.add(path + " is " + recorded + ", ours " + ours);
        }
    }

    private void compareMembers(String path, JsonNode recorded, JsonNode ours) {
        List<String> expected = names(recorded);
        expected.removeAll(LEFT_OUT);
        List<String> present = names(ours);
        if (!present.equals(expected)) {
            found.add(path + " has " + expected + ", ours " + present);
        }
        for (String name : expected) {
            if (ours.has(name)) {
                compare(path + "/" + name, recorded.get(name), ours.get(name));
            }
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void compareRows(String path, JsonNode recorded, JsonNode ours) {
        if (recorded.size() != ours.size()) {
            found.add(path + " has " + recorded.size() + " rows, ours " + ours.size());
        }
        for (int i = 0; i < Math.min(recorded.size(), ours.size()); i++) {
            compare(path + "/" + i + recorded.get(i).path("label").asText(), recorded.get(i), ours.get(i));
        }
    }

    private static boolean isSame(JsonNode recorded, JsonNode ours) {
        if (recorded.isNumber() && ours.isNumber()) {
            return recorded.decimalValue().compareTo(ours.decimalValue()) == 0;
        }
        return recorded.equals(ours);
    }
}
