package io.opalmind.matomo.report;

import io.opalmind.matomo.ReportName;
import java.util.List;

/** The reports by name. Only the one that is asked for is built. */
public final class Reports {
    private static final List<String> PAGES = List.of(
            "site",
            "date",
            "label",
            "nb_visits",
            "nb_hits",
            "entry_nb_visits",
            "bounce_rate",
            "exit_rate",
            "avg_time_on_page");
    private static final List<String> ENTRIES = List.of(
            "site", "date", "label", "entry_nb_visits", "entry_bounce_count", "bounce_rate", "nb_visits", "exit_rate");
    private static final List<String> VISITS =
            List.of("site", "date", "label", "nb_visits", "nb_actions", "nb_visits_converted", "bounce_count");

    private Reports() {}

    public static Report of(ReportName name) {
        return switch (name) {
            case KEY_NUMBERS -> new KeyNumbers();
            case KEY_NUMBERS_SERIES -> new KeyNumbersSeries();
            case POPULAR_URLS -> pages();
            case TOP_REFERRERS -> referrers();
            case ENTRY_PAGES -> entries();
            case CAMPAIGNS -> referrerNames("Referrers.getCampaigns", "campaigns");
            case ECOMMERCE_OVERVIEW -> new Ecommerce();
            case ECOMMERCE_REVENUE_TOTALS -> new RevenueTotals();
            case EVENTS -> new EventReport();
            case EVENT_CATEGORIES ->
                new ListReport(
                        "Events.getCategory", "eventCategories", true, false, EventReport.COLUMNS, EventReport.SCHEMA);
            case DEVICE_TYPES -> devices();
            case TRAFFIC_CHANNELS -> new ChannelReport();
            case GOAL_CONVERSIONS -> new GoalConversions();
            case FUNNEL_SUMMARY -> new FunnelSummary();
            case WEBSITES -> referrerNames("Referrers.getWebsites", "websites");
        };
    }

    private static Report pages() {
        return new ListReport(
                "Actions.getPageUrls",
                "popularUrls",
                true,
                false,
                PAGES,
                new Schema("label:text", "url:text", "nb_hits", "nb_visits", "nb_uniq_visitors", "sum_time_spent"));
    }

    private static Report referrers() {
        return new ListReport(
                "Referrers.getReferrerType",
                "topReferrers",
                false,
                false,
                VISITS,
                new Schema("label:text", "nb_visits", "nb_actions", "nb_visits_converted"));
    }

    private static Report entries() {
        return new ListReport(
                "Actions.getEntryPageUrls",
                "entryPages",
                true,
                false,
                ENTRIES,
                new Schema(
                        "label:text",
                        "url:text",
                        "nb_visits",
                        "nb_uniq_visitors",
                        "nb_hits",
                        "sum_time_spent",
                        "entry_nb_uniq_visitors",
                        "entry_nb_visits",
                        "entry_nb_actions",
                        "entry_sum_visit_length",
                        "entry_bounce_count",
                        "exit_nb_uniq_visitors",
                        "exit_nb_visits",
                        "avg_page_load_time",
                        "avg_time_on_page",
                        "bounce_rate:text",
                        "exit_rate:text"));
    }

    /** Referrers of one kind, by name. */
    private static Report referrerNames(String method, String feature) {
        return new ListReport(
                method,
                feature,
                false,
                true,
                List.of("site", "date", "label", "nb_visits", "nb_actions", "nb_visits_converted", "revenue"),
                new Schema("label:text", "nb_visits", "nb_actions", "nb_visits_converted", "revenue"));
    }

    private static Report devices() {
        return new ListReport(
                "DevicesDetection.getType",
                "deviceTypes",
                false,
                false,
                VISITS,
                new Schema(
                        "label:text",
                        "nb_visits",
                        "nb_actions",
                        "nb_visits_converted",
                        "nb_hits",
                        "sum_visit_length",
                        "avg_time_on_site",
                        "bounce_rate:text",
                        "max_actions"));
    }
}
