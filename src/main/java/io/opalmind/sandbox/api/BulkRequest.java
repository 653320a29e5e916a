package io.opalmind.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.opalmind.sandbox.visits.PhpQuery;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** {@code API.getBulkRequest}: several questions in {@code urls[N]}, answered in their order. */
final class BulkRequest implements Method {
    static final String NAME = "API.getBulkRequest";

    /** More questions in one request are refused. */
    private static final int MOST = 1000;

    private final Desk desk;

    BulkRequest(Desk desk) {
        this.desk = desk;
    }

    @Override
    public JsonNode answer(Parameters asked, Access access) {
        Map<String, String> common = new HashMap<>();
        TreeMap<Integer, String> members = new TreeMap<>();
        asked.all().forEach((name, value) -> {
            if (name.startsWith("urls[")) {
                members.put(index(name), value);
            } else {
                common.put(name, value);
            }
        });
        if (members.isEmpty()) {
            throw Errors.parameterMissing("urls");
        }
        if (members.size() > MOST) {
            throw Errors.notCovered("bulk requests of more than " + MOST + " members");
        }
        common.remove("method");
        ArrayNode answers = JsonNodeFactory.instance.arrayNode();
        for (String member : members.values()) {
            answers.add(member(new Parameters(parse(member)).over(common), access));
        }
        return answers;
    }

    private JsonNode member(Parameters member, Access access) {
        try {
            if (member.get("method", "").equals(NAME)) {
                throw Errors.notCovered("a bulk request inside another");
            }
            return Desk.wrap(desk.answer(member, access));
        } catch (Refusal refusal) {
            return Desk.error(refusal.words());
        }
    }

    private static Integer index(String name) {
        try {
            return Integer.valueOf(name.substring("urls[".length(), name.length() - 1));
        } catch (NumberFormatException | IndexOutOfBoundsException noNumber) {
            return Integer.MAX_VALUE;
        }
    }

    /** A member is a query string, or an address with one; Matomo decodes it as a whole before it takes it apart. */
    private static Map<String, String> parse(String encoded) {
        String member = PhpQuery.decode(encoded);
        Map<String, String> parameters = PhpQuery.parse(member.substring(member.indexOf('?') + 1));
        parameters.put("format", "JSON");
        return parameters;
    }
}
