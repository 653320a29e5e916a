package io.opalmind.sandbox.visits;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The address of a page as Matomo keeps it. */
final class PageUrl {
    /** Click ids and sessions, from Matomo 5.0.2's {@code url_query_parameter_to_exclude_from_url}. */
    private static final List<String> DROPPED = List.of(
            "gclid",
            "fbclid",
            "msclkid",
            "twclid",
            "wbraid",
            "gbraid",
            "yclid",
            "fb_xd_fragment",
            "fb_comment_id",
            "phpsessid",
            "jsessionid",
            "sessionid",
            "aspsessionid",
            "doing_wp_cron",
            "sid",
            "pk_vid",
            "ignore_referrer",
            "ignore_referer");

    private static final Set<String> NOT_KEPT = notKept();

    private PageUrl() {}

    private static Set<String> notKept() {
        Set<String> names = new HashSet<>(DROPPED);
        names.addAll(Campaigns.NAMES);
        names.addAll(Campaigns.KEYWORDS);
        return names;
    }

    /** The address without its fragment, campaign and click parameters; empty where it does not look like one. */
    static String clean(@Nullable String url) {
        return clean(url, Set.of());
    }

    /** The same, without these parameters as well (names in lower case). */
    static String clean(@Nullable String url, Set<String> dropped) {
        WebAddress address = WebAddress.parse(url == null ? null : Texts.line(url));
        if (address == null) {
            return "";
        }
        String query = QueryPart.of(address.query()).without(NOT_KEPT, dropped);
        return address.origin() + address.path() + (query.isEmpty() ? "" : "?" + query);
    }
}
