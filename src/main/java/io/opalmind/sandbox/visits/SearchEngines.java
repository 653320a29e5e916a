package io.opalmind.sandbox.visits;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The search engines that the sandbox knows: a short list out of Matomo's, with its names. */
final class SearchEngines {
    private static final Pattern HOME_ALONE = Pattern.compile("/?");
    private static final Pattern ANYWHERE = Pattern.compile(".*");

    private static final List<Engine> KNOWN = List.of(
            new Engine("Google", "google.", List.of("q"), Pattern.compile("/?|/search.*|/url\\?.*")),
            new Engine("Bing", "bing.com", List.of("q", "Q"), Pattern.compile("/?|/cr\\?.*")),
            new Engine("DuckDuckGo", "duckduckgo.com", List.of("q"), ANYWHERE),
            new Engine("Ecosia", "ecosia.org", List.of("q"), HOME_ALONE),
            new Engine("Yahoo!", "search.yahoo.", List.of("p", "q"), HOME_ALONE),
            new Engine("Baidu", "baidu.com", List.of("wd", "word", "kw"), HOME_ALONE),
            // Matomo lists this host among the search engines, and looks there before it looks at social networks.
            new Engine("Facebook", "facebook.com", List.of("q"), HOME_ALONE));

    private SearchEngines() {}

    /**
     * A visit from a search engine.
     *
     * @param keyword in lower case; empty where the engine hides it
     */
    record Found(String engine, String keyword) {}

    /**
     * @param host begins with it, ends there or with a dot where a country follows
     * @param hidden paths with queries that count though they hold no keyword
     */
    private record Engine(String name, String host, List<String> parameters, Pattern hidden) {
        boolean owns(String referrer) {
            return host.endsWith(".") ? referrer.startsWith(host) : referrer.equals(host);
        }
    }

    static @Nullable Found find(WebAddress referrer) {
        if (referrer.host().equals("facebook.com")) {
            return null;
        }
        String host = referrer.host().startsWith("www.") ? referrer.host().substring(4) : referrer.host();
        for (Engine engine : KNOWN) {
            if (engine.owns(host)) {
                return found(engine, referrer);
            }
        }
        return null;
    }

    private static @Nullable Found found(Engine engine, WebAddress referrer) {
        String query = referrer.fragment().isEmpty() ? referrer.query() : referrer.query() + "&" + referrer.fragment();
        String keyword = QueryPart.of(query).first(engine.parameters()).toLowerCase(Locale.ROOT);
        String place = query.isEmpty() ? referrer.path() : referrer.path() + "?" + query;
        boolean counts = !keyword.isEmpty() || engine.hidden().matcher(place).matches();
        return counts ? new Found(engine.name(), keyword) : null;
    }
}
