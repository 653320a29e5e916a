package io.opalmind.store.redis.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is carried out and in: {@code {"key":K,"type":"string","ttlMs":N,"value":V}}. What is no UTF-8 stands under
 * {@code keyBase64} and {@code valueBase64}; of other types {@code dump} holds what DUMP gives, in base64.
 *
 * @param ttlMillis -1 where it has no end
 * @param value of a string, else null
 * @param dump of other types, else null
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of these
record KeyLine(byte[] key, String type, long ttlMillis, byte @Nullable [] value, byte @Nullable [] dump) {
    private static final JsonFactory JSON = new JsonFactory();

    /** One line, in UTF-8, without line end. */
    byte[] toJson() {
        int size = value == null ? 0 : value.length;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 + size + size / 8);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            write(json, "key", key);
            json.writeStringField("type", type);
            json.writeNumberField("ttlMs", ttlMillis);
            if (value != null) {
                write(json, "value", value);
            }
            if (dump != null) {
                json.writeStringField("dump", Base64.getEncoder().encodeToString(dump));
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, String name, byte[] bytes) throws IOException {
        if (FoundKey.isText(bytes)) {
            json.writeStringField(name, new String(bytes, StandardCharsets.UTF_8));
        } else {
            json.writeStringField(name + "Base64", Base64.getEncoder().encodeToString(bytes));
        }
    }

    /**
     * Reads the object whose start is the parser's token; null where a member is missing, of the wrong kind, or no base64.
     */
    static @Nullable KeyLine read(JsonParser json) throws IOException {
        byte[] key = null;
        String type = "string";
        Long ttl = null;
        byte[] value = null;
        byte[] dump = null;
        boolean damaged = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            boolean text = token == JsonToken.VALUE_STRING;
            damaged |= !text && !name.equals("ttlMs");
            switch (name) {
                case "key" -> key = text ? Server.word(json.getText()) : null;
                case "keyBase64" -> key = text ? decoded(json.getText()) : null;
                case "type" -> type = json.getText();
                case "ttlMs" -> ttl = token == JsonToken.VALUE_NUMBER_INT ? (Long) json.getLongValue() : null;
                case "value" -> value = text ? Server.word(json.getText()) : null;
                case "valueBase64" -> value = text ? decoded(json.getText()) : null;
                case "dump" -> dump = text ? decoded(json.getText()) : null;
                default -> {
                    damaged = true;
                    json.skipChildren();
                }
            }
        }
        return damaged || key == null || ttl == null || (value == null) == (dump == null)
                ? null
                : new KeyLine(key, type, ttl, value, dump);
    }

    private static byte @Nullable [] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException damaged) {
            return null;
        }
    }
}
