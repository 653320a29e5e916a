package io.opalmind.sandbox;

import io.opalmind.sandbox.site.Goal;
import io.opalmind.sandbox.site.Site;
import io.opalmind.sandbox.site.Sites;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Sites that hits name and nobody described: {@link Site#plain plain} ones, at the address of the first hit that has one. Each
 * {@code idgoal} of their hits is a goal that is converted by hand.
 */
final class SitesOfHits {
    private final TreeMap<Integer, Sketch> sketches = new TreeMap<>();

    private static final class Sketch {
        private String url = "";
        private final TreeSet<Integer> goals = new TreeSet<>();

        Site site(int id) {
            List<Goal> list = new ArrayList<>();
            for (int goal : goals) {
                list.add(new Goal(goal, "Goal " + goal, "", 0));
            }
            return Site.plain(id, url).withGoals(list);
        }
    }

    private SitesOfHits() {}

    /** The sites made up for hits, by id, beside those that are known; site 1 where there would be none at all. */
    static List<Site> madeUp(Hits hits, Sites known) {
        SitesOfHits found = new SitesOfHits();
        for (Hits.Line line : hits.lines()) {
            int id = number(line.parameters().get("idsite"));
            if (id > 0 && known.find(id) == null) {
                found.add(id, line.parameters());
            }
        }
        if (found.sketches.isEmpty() && known.all().isEmpty()) {
            found.sketches.put(1, new Sketch());
        }
        List<Site> sites = new ArrayList<>();
        found.sketches.forEach((id, sketch) -> sites.add(sketch.site(id)));
        return sites;
    }

    private void add(int id, Map<String, String> hit) {
        Sketch sketch = sketches.computeIfAbsent(id, key -> new Sketch());
        if (sketch.url.isEmpty()) {
            sketch.url = origin(hit.getOrDefault("url", ""));
        }
        int goal = number(hit.get("idgoal"));
        if (goal > 0) {
            sketch.goals.add(goal);
        }
    }

    /** Scheme and authority; empty where it has none. */
    private static String origin(String url) {
        try {
            URI uri = URI.create(url);
            boolean whole = uri.getScheme() != null && uri.getRawAuthority() != null;
            return whole ? uri.getScheme() + "://" + uri.getRawAuthority() : "";
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
