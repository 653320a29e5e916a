package io.opalmind.sandbox.visits;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One action of a visit.
 *
 * @param url of the page, download or outlink, as it was sent; for an event or a search the page it happened on
 * @param title of a page; null where none was sent
 * @param pageViewId six characters; null where none was sent
 * @param event set for an event alone
 * @param search set for a site search alone
 * @param timeSpent seconds until the next action of the visit; 0 for the last one
 */
public record Action(
        ActionKind kind,
        Instant time,
        String url,
        @Nullable String title,
        @Nullable String pageViewId,
        @Nullable Event event,
        @Nullable Search search,
        int timeSpent) {
    /**
     * What was done on a page.
     *
     * @param value null where none was sent
     */
    public record Event(
            String category,
            String action,
            @Nullable String name,
            @Nullable Double value) {}

    /**
     * What was looked for.
     *
     * @param results null where not sent
     */
    public record Search(
            String keyword,
            @Nullable String category,
            @Nullable Integer results) {}
}
