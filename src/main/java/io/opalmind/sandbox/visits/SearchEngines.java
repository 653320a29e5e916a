package io.opalmind.sandbox.visits;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The search engines that the sandbox knows: a short list out of Matomo's, with its names. */
final class SearchEngines {
    private static final String HOME = "/?";
    private static final String ANYWHERE = ".*";

    private static final List<Engine> KNOWN = List.of(
            engine("Google", "(www\\.)?google\\.(com?\\.)?[a-z]{2,3}", "/?|/search.*|/url\\?.*", "q"),
            engine("Bing", "(www\\.|[a-z]{2}\\.)?bing\\.com", "/?|/cr\\?.*", "q"),
            engine("DuckDuckGo", "(www\\.|r\\.)?duckduckgo\\.com", ANYWHERE, "q"),
            engine("Ecosia", "(www\\.)?ecosia\\.org", HOME, "q"),
            engine("Qwant", "(www\\.|lite\\.)?qwant\\.com", HOME, "q"),
            engine("StartPage", "([a-z0-9-]+\\.)?startpage\\.com", "/?|/do/a?search|/sp/search", "query"),
            engine("Yahoo!", "([a-z]{2}\\.)?search\\.yahoo\\.com", HOME, "p", "q"),
            engine("Yandex", "(www\\.)?yandex\\.[a-z]{2,3}", HOME, "text"),
            engine("Baidu", "(www\\.|m\\.)?baidu\\.com", HOME, "wd", "word", "kw"),
            // Matomo lists this host among the search engines, and looks there before it looks at social networks.
            engine("Facebook", "www\\.facebook\\.com", HOME, "q"));

    private SearchEngines() {}

    /**
     * A visit from a search engine.
     *
     * @param keyword in lower case; empty where the engine hides it
     */
    record Found(String engine, String keyword) {}

    /** @param hidden paths with queries that count though they hold no keyword */
    private record Engine(String name, Pattern hosts, Pattern hidden, List<String> parameters) {}

    private static Engine engine(String name, String hosts, String hidden, String... parameters) {
        return new Engine(name, Pattern.compile(hosts), Pattern.compile(hidden), List.of(parameters));
    }

    /** The search engine that an address belongs to; null for any other, and for its pages that are no results. */
    static @Nullable Found find(WebAddress referrer) {
        for (Engine engine : KNOWN) {
            if (engine.hosts().matcher(referrer.host()).matches()) {
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
        return counts ? new Found(engine.name(), Texts.line(keyword)) : null;
    }
}
