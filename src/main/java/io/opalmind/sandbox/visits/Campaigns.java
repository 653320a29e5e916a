package io.opalmind.sandbox.visits;

import java.util.List;

/** The parameters that name a campaign, in the order in which Matomo 5.0.2 looks at them. */
final class Campaigns {
    static final List<String> NAMES = List.of(
            "pk_cpn",
            "pk_campaign",
            "piwik_campaign",
            "mtm_campaign",
            "matomo_campaign",
            "utm_campaign",
            "utm_source",
            "utm_medium");

    static final List<String> KEYWORDS =
            List.of("pk_kwd", "pk_keyword", "piwik_kwd", "mtm_kwd", "mtm_keyword", "matomo_kwd", "utm_term");

    private Campaigns() {}

    /**
     * A campaign as found.
     *
     * @param name empty where there is no campaign
     */
    record Found(String name, String keyword) {}

    /** The campaign of a hit: its own parameters win over the page's query, that over the page's fragment. */
    static Found find(Hit hit, WebAddress page) {
        String name = parameter(hit, NAMES);
        if (!name.isEmpty()) {
            return new Found(name, parameter(hit, KEYWORDS));
        }
        Found inQuery = find(page.query());
        return inQuery.keyword().isEmpty() ? orElse(find(page.fragment()), inQuery) : inQuery;
    }

    private static Found orElse(Found inFragment, Found inQuery) {
        return inFragment.name().isEmpty() ? inQuery : inFragment;
    }

    private static Found find(String query) {
        QueryPart part = QueryPart.of(query);
        String name = part.first(NAMES);
        return new Found(name, name.isEmpty() ? "" : part.first(KEYWORDS));
    }

    private static String parameter(Hit hit, List<String> names) {
        for (String name : names) {
            String value = hit.get(name);
            if (value != null) {
                return value;
            }
        }
        return "";
    }
}
