package io.opalmind.sandbox.visits;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A search on the site: named by the hit, or told by a parameter of the page's address.
 *
 * @param url of the page, without the keyword
 */
record SiteSearch(Action.Search search, String url) {
    /** Matomo's parameters for a new site. */
    private static final List<String> KEYWORDS = List.of("q", "query", "s", "search", "searchword", "k", "keyword");

    static @Nullable SiteSearch find(Hit hit) {
        String keyword = Texts.lineOrNull(hit.get("search"));
        if (keyword == null) {
            return inAddress(WebAddress.parse(Texts.lineOrNull(hit.get("url"))), hit);
        }
        String category = Texts.lineOrNull(hit.get("search_cat"));
        int count = Numbers.whole(hit.get("search_count"), -1);
        return new SiteSearch(
                new Action.Search(keyword, category, count < 0 ? null : count), PageUrl.clean(hit.get("url")));
    }

    private static @Nullable SiteSearch inAddress(@Nullable WebAddress page, Hit hit) {
        if (page == null) {
            return null;
        }
        QueryPart query = QueryPart.of(page.query() + "&" + page.fragment());
        for (String wanted : KEYWORDS) {
            for (String name : query.pairs().keySet()) {
                String keyword = name.toLowerCase(Locale.ROOT).equals(wanted) ? query.value(name) : "";
                if (!keyword.isEmpty()) {
                    int count = Numbers.whole(query.value("search_count"), -1);
                    Action.Search search = new Action.Search(Texts.line(keyword), null, count < 0 ? null : count);
                    return new SiteSearch(search, PageUrl.clean(hit.get("url"), Set.of(wanted)));
                }
            }
        }
        return null;
    }
}
