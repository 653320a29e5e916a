package io.opalmind.matomo;

import org.jspecify.annotations.Nullable;

/**
 * What single reports take beyond site, time and segment; null where the user gave nothing.
 *
 * @param category of events
 * @param action of events
 * @param name of events
 * @param channel of traffic-channels: {@code search}, {@code direct}, {@code websites}, {@code campaigns}, {@code social}
 * @param goal of goal-conversions: an id, a name, {@code ecommerceOrder} or {@code abandonedCart}
 * @param goalType of goal-conversions: {@code manual}, {@code url}, {@code ecommerce}, …
 * @param funnel of funnel-summary: an id
 * @param series of ecommerce-revenue-totals: whether to list what was summed
 */
public record ReportFilters(
        @Nullable String category,
        @Nullable String action,
        @Nullable String name,
        @Nullable String channel,
        @Nullable String goal,
        @Nullable String goalType,
        @Nullable String funnel,
        boolean series) {
    public static final ReportFilters NONE = new ReportFilters(null, null, null, null, null, null, null, false);

    /** Whether nothing is asked for. A record's own equals would spin method handles, 15 ms of a cached query. */
    public boolean isNone() {
        return category == null
                && action == null
                && name == null
                && channel == null
                && goal == null
                && goalType == null
                && funnel == null
                && !series;
    }
}
