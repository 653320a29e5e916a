package io.opalmind.testing.matomo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How one major version of Matomo puts the same answer: 4 writes numbers as strings, 6 gives errors a status. */
final class Speech {
    private final int version;

    Speech(int version) {
        if (version < 4 || version > 6) {
            throw new IllegalArgumentException("Versions 4, 5 and 6 are known, not " + version + ".");
        }
        this.version = version;
    }

    /** The HTTP status of a refusal; 5.0 answered all but token and access errors with 200. */
    int status(Refusal.Kind kind, Asker asker) {
        if (version < 6) {
            return kind == Refusal.Kind.TOKEN || kind == Refusal.Kind.ACCESS ? 401 : 200;
        }
        return switch (kind) {
            case TOKEN -> 401;
            case ACCESS -> asker == Asker.NOBODY ? 401 : 403;
            case UNKNOWN_METHOD -> 404;
            case BAD_REQUEST -> 400;
        };
    }

    /** The body in this version's shape. A lone {@code {"value":n}} keeps its number in each. */
    JsonNode shape(String method, JsonNode body) {
        if (method.equals("API.getMatomoVersion") || method.equals("API.getPiwikVersion")) {
            return Json.NODES.objectNode().put("value", number());
        }
        boolean lone = body.size() == 1 && body.has("value");
        return version == 4 && !lone ? strings(body) : body;
    }

    private String number() {
        return switch (version) {
            case 4 -> "4.16.1";
            case 6 -> "6.0.0";
            default -> "5.0.2";
        };
    }

    private static JsonNode strings(JsonNode node) {
        if (node.isNumber()) {
            return Json.NODES.textNode(node.asText());
        }
        if (node.isArray()) {
            ArrayNode array = Json.NODES.arrayNode();
            node.forEach(item -> array.add(strings(item)));
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = Json.NODES.objectNode();
            node.properties().forEach(member -> object.set(member.getKey(), strings(member.getValue())));
            return object;
        }
        return node;
    }
}
