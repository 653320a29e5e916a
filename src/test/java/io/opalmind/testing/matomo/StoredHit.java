package io.opalmind.testing.matomo;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A hit that the fake has taken. It keeps the text and not the map, so that hundreds of thousands fit.
 *
 * @param query the hit as a query string, without {@code ?}, token and {@code send_image}
 * @param token the one that was sent along, needed or not; null where none was
 * @param bulk whether it came within a bulk request
 * @param order counts the stored hits from 0
 * @param at when it happened, as Matomo sees it: its {@code cdt}, or the time of arrival
 */
public record StoredHit(String query, @Nullable String token, boolean bulk, int order, Instant at) {

    /** The parameters, in order. */
    public Map<String, String> parameters() {
        return QueryString.parse(query);
    }

    /** One parameter, or null. */
    public @Nullable String get(String name) {
        return parameters().get(name);
    }
}
