package io.opalmind.sandbox.visits;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One action of a visit.
 *
 * @param url of the page, without fragment, campaign and click parameters; of a download or outlink as it was sent; for an
 *     event or a search the page it happened on; empty where none was sent, or none that looks like one
 * @param title of a page; null where none was sent
 * @param pageViewId six characters; null where none was sent
 * @param event set for an event alone
 * @param search set for a site search alone
 * @param timeSpent seconds that Matomo credits to a page: until the next page or search, without what passed before an event
 *     or a conversion; 0 for all that is no page view
 * @param timed whether the times of the page's loading came with it ({@code pf_…}), which the sandbox does not add up
 */
public record Action(
        ActionKind kind,
        Instant time,
        String url,
        @Nullable String title,
        @Nullable String pageViewId,
        @Nullable Event event,
        @Nullable Search search,
        int timeSpent,
        boolean timed) {
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

    /** The same action, with these seconds more spent on it. */
    Action spent(long seconds) {
        int spent = timeSpent + Math.toIntExact(seconds);
        return new Action(kind, time, url, title, pageViewId, event, search, spent, timed);
    }
}
