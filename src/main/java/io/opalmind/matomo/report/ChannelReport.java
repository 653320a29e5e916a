package io.opalmind.matomo.report;

import io.opalmind.matomo.ReportQuery;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import java.util.List;
import java.util.Locale;

/** Visits by channel, one channel where the user names it. */
final class ChannelReport extends ListReport {
    ChannelReport() {
        super(
                "Referrers.getReferrerType",
                "trafficChannels",
                false,
                true,
                List.of("site", "date", "label", "nb_visits", "nb_actions", "nb_visits_converted", "revenue"),
                new Schema(
                        "label:text",
                        "nb_visits",
                        "nb_actions",
                        "nb_visits_converted",
                        "sum_visit_length",
                        "nb_hits",
                        "bounce_rate:text",
                        "revenue"));
    }

    /** A channel is picked from all of them, some seven, so that a limit cannot cut it off before. */
    @Override
    int askedLimit(ReportQuery query) {
        return query.filters().channel() == null ? super.askedLimit(query) : ReportQuery.ALL;
    }

    @Override
    public boolean keeps(Row row, ReportQuery query) {
        String wanted = query.filters().channel();
        return wanted == null
                || (row.get("label") instanceof Value.Text label
                        && channel(label.text()).equals(channel(wanted)));
    }

    /** The SDK's names of channels, as one spelling each. */
    private static String channel(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return switch (plain) {
            case "direct", "direct_entry" -> "direct_entry";
            case "search", "organic_search", "paid_search", "search_engines" -> "search_engines";
            case "referral", "referrers", "websites" -> "websites";
            case "campaign", "campaigns" -> "campaigns";
            case "social", "social_networks" -> "social_networks";
            default -> plain;
        };
    }
}
