package io.opalmind.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where an answer of the sandbox is another than Matomo's. Numbers are compared by value, all else to the letter, and rows in
 * their order. The order of an object's members is free.
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
        Set<String> names = new TreeSet<>();
        recorded.fieldNames().forEachRemaining(names::add);
        names.removeAll(LEFT_OUT);
        ours.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (!recorded.has(name) || !ours.has(name)) {
                found.add(path + "/" + name + (ours.has(name) ? " is ours alone: " + ours.get(name) : " is missing"));
            } else {
                compare(path + "/" + name, recorded.get(name), ours.get(name));
            }
        }
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
