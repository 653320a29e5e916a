package io.opalmind.sandbox.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.opalmind.sandbox.visits.PhpQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of a bulk request. */
final class Bulk {
    private static final JsonFactory JSON = new JsonFactory();

    /** Most hits of one; a body of the largest size could hold a million empty ones. */
    static final int MOST_HITS = 10_000;

    private final List<Map<String, String>> hits = new ArrayList<>();
    private @Nullable String token;
    private boolean silent;
    private boolean full;

    private Bulk() {}

    /** Whether Matomo takes a body for a bulk request: by this word alone. */
    static boolean isBulk(String body) {
        return body.indexOf("\"requests\"") > 0;
    }

    /** What Matomo makes of it; of a text that is no JSON a request without hits. */
    static Bulk read(String body) {
        try (JsonParser json = JSON.createParser(body)) {
            Bulk bulk = new Bulk();
            if (json.nextToken() == JsonToken.START_OBJECT) {
                bulk.readMembers(json);
            }
            return json.nextToken() == null ? bulk : new Bulk();
        } catch (JsonProcessingException unreadable) {
            return new Bulk();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void readMembers(JsonParser json) throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            if (name.equals("requests") && value == JsonToken.START_ARRAY) {
                readHits(json);
            } else if (name.equals("token_auth") && value.isScalarValue()) {
                token = json.getText();
            } else if (name.equals("send_image") && value.isScalarValue()) {
                silent = json.getText().equals("0");
            } else {
                json.skipChildren();
            }
        }
    }

    private void readHits(JsonParser json) throws IOException {
        for (JsonToken value = json.nextToken(); value != JsonToken.END_ARRAY; value = json.nextToken()) {
            Map<String, String> hit = hit(json, value);
            full |= hits.size() == MOST_HITS;
            if (!hit.isEmpty() && !full) {
                hits.add(hit);
            }
        }
    }

    /** Matomo takes a text for an address and reads what is behind its question mark. Empty where there is nothing. */
    private static Map<String, String> hit(JsonParser json, JsonToken value) throws IOException {
        if (value == JsonToken.START_OBJECT) {
            return HitObject.read(json);
        }
        json.skipChildren();
        String address = value == JsonToken.VALUE_STRING ? json.getText() : "";
        int mark = address.indexOf('?');
        int anchor = address.indexOf('#', mark + 1);
        return mark < 0
                ? Map.of()
                : PhpQuery.parse(address.substring(mark + 1, anchor < 0 ? address.length() : anchor));
    }

    /** Those that can be read; the others are counted nowhere. */
    List<Map<String, String>> hits() {
        return hits;
    }

    @Nullable
    String token() {
        return token;
    }

    /** Whether nothing is to be answered. */
    boolean isSilent() {
        return silent;
    }

    /** Whether it has more hits than are taken. */
    boolean isTooLarge() {
        return full;
    }
}
