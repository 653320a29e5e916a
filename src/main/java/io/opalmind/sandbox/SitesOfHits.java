package io.opalmind.sandbox;

import io.opalmind.sandbox.site.Goal;
import io.opalmind.sandbox.site.Site;
import io.opalmind.sandbox.site.Sites;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Sites that hits name and nobody described: in UTC, with euros, named {@code Site 3}, at the address of their first hit that
 * has one. Each {@code idgoal} of theirs is a goal that is converted by hand; an order or cart makes a shop of them.
 */
public final class SitesOfHits {
    private static final String NOWHERE = "https://example.com";

    private final TreeMap<Integer, Sketch> sketches = new TreeMap<>();

    private static final class Sketch {
        private String url = "";
        private boolean ecommerce;
        private final TreeSet<Integer> goals = new TreeSet<>();
    }

    private SitesOfHits() {}

    /** The sites made up for hits, by id, beside those that are known; site 1 where there would be none at all. */
    public static List<Site> madeUp(Hits hits, Sites known) {
        SitesOfHits found = new SitesOfHits();
        for (Hits.Line line : hits.lines()) {
            int id = number(line.parameters().getOrDefault("idsite", ""));
            if (id > 0 && known.find(id) == null) {
                found.add(id, line.parameters());
            }
        }
        if (found.sketches.isEmpty() && known.all().isEmpty()) {
            found.sketches.put(1, new Sketch());
        }
        return found.sites();
    }

    private void add(int id, Map<String, String> hit) {
        Sketch sketch = sketches.computeIfAbsent(id, key -> new Sketch());
        if (sketch.url.isEmpty()) {
            sketch.url = origin(hit.getOrDefault("url", ""));
        }
        String goal = hit.getOrDefault("idgoal", "");
        sketch.ecommerce |= goal.equals("0");
        if (number(goal) > 0) {
            sketch.goals.add(number(goal));
        }
    }

    private List<Site> sites() {
        List<Site> sites = new ArrayList<>();
        for (Map.Entry<Integer, Sketch> entry : sketches.entrySet()) {
            int id = entry.getKey();
            Sketch sketch = entry.getValue();
            List<Goal> goals = new ArrayList<>();
            for (int goal : sketch.goals) {
                goals.add(new Goal(goal, "Goal " + goal, "", 0));
            }
            String url = sketch.url.isEmpty() ? NOWHERE : sketch.url;
            sites.add(new Site(id, "Site " + id, url, ZoneId.of("UTC"), "EUR", sketch.ecommerce, goals));
        }
        return sites;
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

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
