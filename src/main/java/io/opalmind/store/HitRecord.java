package io.opalmind.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The record of a delivered hit, as the TypeScript SDK reads and writes it:
 * {@code {"key":K,"value":{"ok":true,"status":204,"body":""},"attempts":1,"completedAt":MS}}, with one member of ours
 * behind, which the SDK does not look at: {@code "fingerprint"}.
 *
 * @param status the HTTP status of Matomo's answer
 * @param body of Matomo's answer, mostly empty
 * @param attempts 1 or more
 * @param completedAt milliseconds since the epoch
 * @param fingerprint of the hit that was delivered ({@link KeptHit#fingerprint}); null in the SDK's records
 */
public record HitRecord(
        String key,
        boolean ok,
        int status,
        String body,
        int attempts,
        long completedAt,
        @Nullable String fingerprint) {
    private static final JsonFactory JSON = new JsonFactory();

    /** The record's bytes, in UTF-8; without fingerprint exactly the SDK's. */
    public byte[] toJson() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("key", key);
            json.writeObjectFieldStart("value");
            json.writeBooleanField("ok", ok);
            json.writeNumberField("status", status);
            json.writeStringField("body", body);
            json.writeEndObject();
            json.writeNumberField("attempts", attempts);
            json.writeNumberField("completedAt", completedAt);
            if (fingerprint != null) {
                json.writeStringField("fingerprint", fingerprint);
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a record, members in any order; null where it is damaged or none.
     *
     * @param key under which it was found; it stands for the record's own where that is missing
     */
    public static @Nullable HitRecord parse(String key, byte[] stored) {
        try (JsonParser json = JSON.createParser(stored)) {
            return json.nextToken() == JsonToken.START_OBJECT ? read(key, json) : null;
        } catch (IOException damaged) {
            return null;
        }
    }

    private static @Nullable HitRecord read(String key, JsonParser json) throws IOException {
        HitRecord value = null;
        int attempts = 1;
        long completedAt = 0;
        String fingerprint = null;
        JsonToken token = json.nextToken();
        for (; token == JsonToken.FIELD_NAME; token = json.nextToken()) {
            String name = json.currentName();
            JsonToken first = json.nextToken();
            switch (name) {
                case "value" -> value = first == JsonToken.START_OBJECT ? readValue(key, json) : null;
                case "attempts" -> attempts = json.getValueAsInt(1);
                case "completedAt" -> completedAt = json.getValueAsLong();
                case "fingerprint" -> fingerprint = json.getValueAsString();
                default -> json.skipChildren();
            }
        }
        return value == null || token != JsonToken.END_OBJECT
                ? null
                : new HitRecord(key, value.ok, value.status, value.body, attempts, completedAt, fingerprint);
    }

    private static HitRecord readValue(String key, JsonParser json) throws IOException {
        boolean ok = false;
        int status = 0;
        String body = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "ok" -> ok = json.getValueAsBoolean();
                case "status" -> status = json.getValueAsInt();
                case "body" -> body = json.getValueAsString("");
                default -> json.skipChildren();
            }
        }
        return new HitRecord(key, ok, status, body, 1, 0, null);
    }
}
