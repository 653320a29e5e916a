package io.opalmind.matomo;

import io.opalmind.matomo.http.ApiCall;
import io.opalmind.matomo.http.ReportingApi;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of sites before hits are sent to them: where the token may write, and which goals there are. Asked
 * once and cached; what the cache does not know is asked for again, as it may be new. Safe for several threads.
 */
public final class SiteLookups {
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final Supplier<ReportingApi> api;
    private final ReportCache cache;
    private final Map<String, Row> known = new HashMap<>();
    private final Set<String> fresh = new HashSet<>();

    public SiteLookups(Supplier<ReportingApi> api, ReportCache cache) {
        this.api = api;
        this.cache = cache;
    }

    /** Whether the token has write or admin access there; a super user has it everywhere. */
    public synchronized boolean mayWrite(long site) {
        return find(new Rights(), Long.toString(site));
    }

    /** Whether the site has a goal with that id. */
    public synchronized boolean hasGoal(long site, String id) {
        return find(new SiteGoals(site), id);
    }

    /** The goals of a site for messages, {@code 1 Newsletter Signup, 2 Contact reached}. */
    public synchronized String goalNames(long site) {
        Row goals = look(new SiteGoals(site));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < goals.size(); i++) {
            String name = goals.value(i) instanceof Value.Text given ? " " + given.text() : "";
            text.append(i == 0 ? "" : ", ").append(goals.name(i)).append(name);
        }
        return text.isEmpty() ? "it has none" : text.toString();
    }

    private boolean find(Question question, String id) {
        boolean found = look(question).has(id);
        if (!found && !fresh.contains(question.key())) {
            return ask(question).has(id);
        }
        return found;
    }

    private Row look(Question question) {
        Row row = known.get(question.key());
        if (row == null) {
            row = cache.findRow(question.feature(), question.key());
        }
        if (row == null) {
            return ask(question);
        }
        known.put(question.key(), row);
        return row;
    }

    private Row ask(Question question) {
        Row row = question.ask();
        known.put(question.key(), row);
        fresh.add(question.key());
        cache.keepRow(question.feature(), question.key(), row, LIFE);
        return row;
    }

    /** Something to know, by id. */
    private interface Question {
        String feature();

        String key();

        Row ask();
    }

    private final class Rights implements Question {
        @Override
        public String feature() {
            return ReportCache.RIGHTS;
        }

        @Override
        public String key() {
            return CacheKey.ofRights();
        }

        /** A super user stands under Admin alone, a user with write access under Write alone. */
        @Override
        public Row ask() {
            Row sites = new Row();
            for (String right : new String[] {"Admin", "Write"}) {
                Value answer = api.get().read(new ApiCall("SitesManager.getSitesIdWith" + right + "Access"));
                if (answer instanceof Value.Items items) {
                    items.values().forEach(site -> sites.put(text(site), right));
                }
            }
            return sites;
        }
    }

    private final class SiteGoals implements Question {
        private final long site;

        private SiteGoals(long site) {
            this.site = site;
        }

        @Override
        public String feature() {
            return ReportCache.GOALS;
        }

        @Override
        public String key() {
            return CacheKey.ofGoals(site);
        }

        /** An array, or an object of id to goal in Matomo 4. */
        @Override
        public Row ask() {
            Row goals = new Row();
            Value answer = api.get().read(new ApiCall("Goals.getGoals").with("idSite", site));
            if (answer instanceof Value.Items items) {
                items.values().forEach(goal -> put(goal, goals));
            } else if (answer instanceof Row byId) {
                for (int i = 0; i < byId.size(); i++) {
                    put(byId.value(i), goals);
                }
            }
            return goals;
        }

        private static void put(Value value, Row goals) {
            if (value instanceof Row goal && goal.has("idgoal")) {
                goals.put(text(goal.get("idgoal")), text(goal.get("name")));
            }
        }
    }

    private static String text(@Nullable Value value) {
        return value instanceof Value.Text text
                ? text.text()
                : value instanceof Value.Num number ? number.digits() : "";
    }
}
