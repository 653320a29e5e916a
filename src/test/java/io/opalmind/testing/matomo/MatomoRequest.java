package io.opalmind.testing.matomo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * One request as it arrived.
 *
 * @param http GET, POST…
 * @param path without the query string
 * @param rawQuery the query string as sent, "" where there is none
 * @param query the parameters of the URL
 * @param form the parameters of the body; empty unless the body is {@code application/x-www-form-urlencoded}
 * @param body as sent, "" where there is none
 * @param headers by name, upper and lower case alike
 * @param connection counts the connections from 0: equal numbers mean that the connection was kept alive
 */
public record MatomoRequest(
        String http,
        String path,
        String rawQuery,
        Map<String, String> query,
        Map<String, String> form,
        String body,
        Map<String, String> headers,
        int connection) {

    private static final String FORM = "application/x-www-form-urlencoded";

    static MatomoRequest of(RecordedRequest recorded) {
        String target = recorded.getTarget();
        int mark = target.indexOf('?');
        String rawQuery = mark < 0 ? "" : target.substring(mark + 1);
        Map<String, String> headers = byName(recorded.getHeaders());
        return new MatomoRequest(
                recorded.getMethod(),
                mark < 0 ? target : target.substring(0, mark),
                rawQuery,
                Collections.unmodifiableMap(QueryString.parse(rawQuery)),
                Collections.unmodifiableMap(form(recorded.getBody(), headers)),
                text(recorded.getBody()),
                Collections.unmodifiableMap(headers),
                recorded.getConnectionIndex());
    }

    /** Everything that was asked, wherever it stood; the URL wins, as in Matomo. */
    public Map<String, String> params() {
        Map<String, String> params = new LinkedHashMap<>(query);
        form.forEach(params::putIfAbsent);
        return params;
    }

    /** One parameter, wherever it stood. */
    public @Nullable String param(String name) {
        return query.containsKey(name) ? query.get(name) : form.get(name);
    }

    /** The API method, such as {@code VisitsSummary.get}; "" where none was named. */
    public String method() {
        String method = param("method");
        return method == null ? "" : method;
    }

    /** Whether a token stands where it lands in access logs. */
    public boolean hasTokenInUrl() {
        return query.containsKey("token_auth");
    }

    /** Whether the Tracking API is asked, by its name or its old one. */
    public boolean isTracking() {
        return path.endsWith("/matomo.php") || path.endsWith("/piwik.php");
    }

    /** The hits of a request to the Tracking API, in order; without those of a bulk that Matomo cannot read. */
    public List<Map<String, String>> hits() {
        if (!isTracking()) {
            return List.of();
        }
        BulkBody bulk = BulkBody.of(body);
        return bulk == null ? List.of(params()) : bulk.hits();
    }

    /** The same bulk request with its first hits alone. */
    MatomoRequest withFirstHits(int count) {
        ObjectNode json = (ObjectNode) Json.parse(body);
        ArrayNode first = Json.NODES.arrayNode();
        for (int i = 0; i < Math.min(count, json.path("requests").size()); i++) {
            first.add(json.path("requests").get(i));
        }
        json.set("requests", first);
        return new MatomoRequest(http, path, rawQuery, query, form, Json.write(json), headers, connection);
    }

    /** Whether several hits may stand in it. */
    public boolean isBulk() {
        return isTracking() && BulkBody.of(body) != null;
    }

    private static String text(@Nullable ByteString body) {
        return body == null ? "" : body.string(StandardCharsets.UTF_8);
    }

    private static Map<String, String> byName(Headers headers) {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < headers.size(); i++) {
            byName.put(headers.name(i), headers.value(i));
        }
        return byName;
    }

    private static Map<String, String> form(@Nullable ByteString body, Map<String, String> headers) {
        String type = headers.getOrDefault("Content-Type", "");
        if (body == null || !type.toLowerCase(Locale.ROOT).startsWith(FORM)) {
            return Map.of();
        }
        return QueryString.parse(body.string(StandardCharsets.UTF_8));
    }
}
