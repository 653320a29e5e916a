package io.opalmind.matomo;

import org.jspecify.annotations.Nullable;

/** The reports, by the names that users type. */
public enum ReportName {
    KEY_NUMBERS("key-numbers", "visits, visitors, actions and page views of a period"),
    KEY_NUMBERS_SERIES("key-numbers-series", "the same, a row for each day, week, month or year"),
    POPULAR_URLS("popular-urls", "pages by visits"),
    TOP_REFERRERS("top-referrers", "kinds of referrers by visits"),
    ENTRY_PAGES("entry-pages", "pages on which visits began"),
    CAMPAIGNS("campaigns", "campaigns by visits"),
    ECOMMERCE_OVERVIEW("ecommerce-overview", "orders and revenue of a period"),
    ECOMMERCE_REVENUE_TOTALS("ecommerce-revenue-totals", "orders and revenue summed over a series"),
    EVENTS("events", "events by action and name"),
    EVENT_CATEGORIES("event-categories", "events by category and action"),
    DEVICE_TYPES("device-types", "visits by kind of device"),
    TRAFFIC_CHANNELS("traffic-channels", "visits by channel, with revenue"),
    GOAL_CONVERSIONS("goal-conversions", "conversions and revenue of each goal"),
    FUNNEL_SUMMARY("funnel-summary", "steps and conversion of a funnel (Funnels plugin)"),
    WEBSITES("websites", "websites that sent visits, with revenue");

    private final String label;
    private final String description;

    ReportName(String label, String description) {
        this.label = label;
        this.description = description;
    }

    /** The name as typed, in kebab case. */
    public String label() {
        return label;
    }

    /** What it tells, in a few words, for a list. */
    public String description() {
        return description;
    }

    /** The report of that name, or null. */
    public static @Nullable ReportName of(String label) {
        for (ReportName name : values()) {
            if (name.label.equals(label)) {
                return name;
            }
        }
        return null;
    }
}
