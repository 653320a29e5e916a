package io.opalmind.sandbox.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * JSON as text. The node's own {@code toString} makes an object mapper first, with formats of dates in all languages: a tenth
 * of what a command with {@code --sandbox} takes.
 */
final class NodeText {
    private static final JsonFactory JSON = new JsonFactory();

    private NodeText() {}

    static String of(JsonNode node) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(json, node);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, JsonNode node) throws IOException {
        if (node.isObject()) {
            json.writeStartObject();
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                json.writeFieldName(member.getKey());
                write(json, member.getValue());
            }
            json.writeEndObject();
        } else if (node.isArray()) {
            json.writeStartArray();
            for (JsonNode member : node) {
                write(json, member);
            }
            json.writeEndArray();
        } else {
            writeValue(json, node);
        }
    }

    private static void writeValue(JsonGenerator json, JsonNode node) throws IOException {
        switch (node.getNodeType()) {
            case STRING -> json.writeString(node.textValue());
            case BOOLEAN -> json.writeBoolean(node.booleanValue());
            case NULL -> json.writeNull();
            case NUMBER -> writeNumber(json, node);
            default -> throw new IllegalArgumentException(node.getNodeType() + " has no JSON");
        }
    }

    private static void writeNumber(JsonGenerator json, JsonNode node) throws IOException {
        if (node.isBigDecimal()) {
            json.writeNumber(node.decimalValue());
        } else if (node.isFloatingPointNumber()) {
            json.writeNumber(node.doubleValue());
        } else {
            json.writeNumber(node.longValue());
        }
    }
}
