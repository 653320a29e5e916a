package io.opalmind.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A hit that is to be delivered, as stores keep it: while it is under way, in a claim; when it could not be delivered, in
 * the queue. It holds all that whoever finds it needs, and never the token.
 *
 * @param key its idempotency key
 * @param fingerprint 16 hexadecimal digits over what its sender gave: another hit with the same key shows by it
 * @param visitor of whom it is, site included; hits of one visitor are delivered in order
 * @param query the hit as Matomo's Tracking API takes it, a query string without {@code ?}
 * @param happenedAt milliseconds since the epoch
 * @param mayHaveArrived whether it was sent before and not answered
 * @param attempts how often it was sent, zero or more
 * @param lastError why it is not delivered, in one line, or null
 */
public record KeptHit(
        String key,
        String fingerprint,
        String visitor,
        String query,
        long happenedAt,
        boolean mayHaveArrived,
        int attempts,
        @Nullable String lastError) {
    private static final JsonFactory JSON = new JsonFactory();

    /** The same after one more or several attempts. */
    public KeptHit after(int moreAttempts, boolean arrivedPerhaps, @Nullable String error) {
        return new KeptHit(
                key,
                fingerprint,
                visitor,
                query,
                happenedAt,
                mayHaveArrived || arrivedPerhaps,
                attempts + moreAttempts,
                error);
    }

    /** The same, where it is known by now that it did not arrive, or decided that it is sent whether or not. */
    public KeptHit settled() {
        return new KeptHit(key, fingerprint, visitor, query, happenedAt, false, attempts, lastError);
    }

    /** The same with another query, such as one that says when it happened. */
    public KeptHit withQuery(String other) {
        return new KeptHit(key, fingerprint, visitor, other, happenedAt, mayHaveArrived, attempts, lastError);
    }

    /** One line of JSON, in UTF-8, without line end. */
    public byte[] toJson() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 + query.length());
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            write(json);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    /** As an object. */
    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("key", key);
        json.writeStringField("fingerprint", fingerprint);
        json.writeStringField("visitor", visitor);
        json.writeStringField("query", query);
        json.writeNumberField("happenedAt", happenedAt);
        json.writeBooleanField("mayHaveArrived", mayHaveArrived);
        json.writeNumberField("attempts", attempts);
        if (lastError != null) {
            json.writeStringField("lastError", lastError);
        }
        json.writeEndObject();
    }

    /** Reads what {@link #toJson} wrote; null where it is damaged. Members that are not known are passed over. */
    public static @Nullable KeptHit parse(byte[] stored) {
        try (JsonParser json = JSON.createParser(stored)) {
            return json.nextToken() == JsonToken.START_OBJECT ? read(json) : null;
        } catch (IOException damaged) {
            return null;
        }
    }

    /** Reads the object whose start is the parser's token; null where a member is missing. */
    static @Nullable KeptHit read(JsonParser json) throws IOException {
        String key = null;
        String fingerprint = null;
        String visitor = null;
        String query = null;
        long happenedAt = 0;
        boolean mayHaveArrived = false;
        int attempts = 0;
        String lastError = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "key" -> key = json.getValueAsString();
                case "fingerprint" -> fingerprint = json.getValueAsString();
                case "visitor" -> visitor = json.getValueAsString();
                case "query" -> query = json.getValueAsString();
                case "happenedAt" -> happenedAt = json.getValueAsLong();
                case "mayHaveArrived" -> mayHaveArrived = json.getValueAsBoolean();
                case "attempts" -> attempts = json.getValueAsInt();
                case "lastError" -> lastError = json.getValueAsString();
                default -> json.skipChildren();
            }
        }
        return key == null || fingerprint == null || visitor == null || query == null
                ? null
                : new KeptHit(key, fingerprint, visitor, query, happenedAt, mayHaveArrived, attempts, lastError);
    }
}
