package io.opalmind.testing.matomo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a bulk request.
 *
 * @param hits those that Matomo can read; the others it skips and counts nowhere
 * @param sendImage whether {@code send_image} stands beside the requests, which hides the answer behind a 204
 */
record BulkBody(List<Map<String, String>> hits, @Nullable String token, boolean sendImage) {

    /** The bulk request that a body is, or null. */
    static @Nullable BulkBody of(String body) {
        String text = body.strip();
        if (!text.startsWith("{")) {
            return null;
        }
        try {
            JsonNode json = Json.parse(text);
            return json.path("requests").isArray() ? of(json) : null;
        } catch (UncheckedIOException noJson) {
            return null;
        }
    }

    private static BulkBody of(JsonNode json) {
        List<Map<String, String>> hits = new ArrayList<>();
        for (JsonNode request : json.path("requests")) {
            Map<String, String> hit = hit(request);
            if (!hit.isEmpty()) {
                hits.add(hit);
            }
        }
        String token = json.path("token_auth").asText("");
        return new BulkBody(
                hits,
                token.isEmpty() ? null : token,
                !json.path("send_image").asText("1").equals("0"));
    }

    /** Matomo takes each text for a URL and reads what is behind the question mark. */
    private static Map<String, String> hit(JsonNode request) {
        if (request.isObject()) {
            Map<String, String> hit = new LinkedHashMap<>();
            request.properties()
                    .forEach(
                            member -> hit.put(member.getKey(), member.getValue().asText()));
            return hit;
        }
        String text = request.asText("");
        int mark = text.indexOf('?');
        int anchor = text.indexOf('#');
        String url = anchor < 0 ? text : text.substring(0, anchor);
        return mark < 0 || mark >= url.length() ? Map.of() : QueryString.parse(url.substring(mark + 1));
    }
}
