package io.opalmind.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A claim as stores keep it: {@code {"owner":O,"since":MICROS,"keep":MS,"hit":{…}}}.
 *
 * @param owner of this claim alone ({@link ClaimOwner#next})
 * @param since when it was made, in microseconds since the epoch; below a millisecond it is chance, to tell two apart
 * @param keep for how many milliseconds after its lease the store keeps it; 0 where it does so until it is ended
 */
public record ClaimEntry(String owner, long since, long keep, KeptHit hit) {
    private static final JsonFactory JSON = new JsonFactory();

    /** With which the claim of that owner begins, and no other; a script may compare it without reading JSON. */
    public static byte[] head(String owner) {
        return ("{\"owner\":\"" + owner + "\",").getBytes(StandardCharsets.UTF_8);
    }

    /** In UTF-8, beginning with {@link #head}. */
    public byte[] toJson() {
        ByteArrayOutputStream bytes =
                new ByteArrayOutputStream(384 + hit.query().length());
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("owner", owner);
            json.writeNumberField("since", since);
            json.writeNumberField("keep", keep);
            json.writeFieldName("hit");
            hit.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #toJson} wrote; null where it is damaged. Members that are not known are passed over. */
    public static @Nullable ClaimEntry parse(byte[] stored) {
        try (JsonParser json = JSON.createParser(stored)) {
            return json.nextToken() == JsonToken.START_OBJECT ? read(json) : null;
        } catch (IOException damaged) {
            return null;
        }
    }

    private static @Nullable ClaimEntry read(JsonParser json) throws IOException {
        String owner = null;
        long since = 0;
        long keep = 0;
        KeptHit hit = null;
        JsonToken token = json.nextToken();
        for (; token == JsonToken.FIELD_NAME; token = json.nextToken()) {
            String name = json.currentName();
            JsonToken first = json.nextToken();
            switch (name) {
                case "owner" -> owner = json.getValueAsString();
                case "since" -> since = json.getValueAsLong();
                case "keep" -> keep = json.getValueAsLong();
                case "hit" -> hit = first == JsonToken.START_OBJECT ? KeptHit.read(json) : null;
                default -> json.skipChildren();
            }
        }
        return owner == null || hit == null || token != JsonToken.END_OBJECT
                ? null
                : new ClaimEntry(owner, since, keep, hit);
    }
}
