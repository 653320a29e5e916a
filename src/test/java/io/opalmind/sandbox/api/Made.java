package io.opalmind.sandbox.api;

import io.opalmind.sandbox.site.Goal;
import io.opalmind.sandbox.site.Site;
import io.opalmind.sandbox.site.Sites;
import io.opalmind.sandbox.visits.Action;
import io.opalmind.sandbox.visits.ActionKind;
import io.opalmind.sandbox.visits.Conversion;
import io.opalmind.sandbox.visits.Referrer;
import io.opalmind.sandbox.visits.Visit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sites and visits made by hand. */
final class Made {
    static final Site SHOP = site(1, "UTC");
    static final Site BLOG = site(2, "America/New_York");
    static final Sites SITES = new Sites(List.of(SHOP, BLOG));

    private final int site;
    private final long number;
    private final Instant at;
    private final List<Action> actions = new ArrayList<>();
    private final List<Conversion> conversions = new ArrayList<>();
    private String visitor;
    private String user;
    private boolean returning;
    private String device = "Desktop";
    private Referrer referrer = new Referrer(Referrer.Type.DIRECT, "", "", "");

    private Made(int site, long number, Instant at) {
        this.site = site;
        this.number = number;
        this.at = at;
        this.visitor = "%016x".formatted(number);
    }

    private static Site site(int id, String zone) {
        Goal signup = new Goal(1, "Newsletter", "", 0);
        return new Site(id, "Site " + id, "https://example.com", ZoneId.of(zone), "EUR", true, List.of(signup));
    }

    static Made visit(long number, String at) {
        return new Made(1, number, Instant.parse(at));
    }

    static Made visit(Site site, long number, String at) {
        return new Made(site.id(), number, Instant.parse(at));
    }

    Made by(String id) {
        visitor = id;
        return this;
    }

    Made user(String id) {
        user = id;
        return this;
    }

    Made returning() {
        returning = true;
        return this;
    }

    Made on(String label) {
        device = label;
        return this;
    }

    Made from(Referrer.Type type, String name) {
        referrer = new Referrer(type, name, "", "");
        return this;
    }

    Made page(String url, String title) {
        return add(ActionKind.PAGEVIEW, url, title, null);
    }

    Made search(String url) {
        return add(ActionKind.SITE_SEARCH, url, null, null);
    }

    Made event(String category, String action, String name) {
        return add(ActionKind.EVENT, "https://example.com/", null, new Action.Event(category, action, name, null));
    }

    private Made add(ActionKind kind, String url, String title, Action.Event event) {
        Instant time = at.plusSeconds(actions.size() * 10L);
        actions.add(new Action(kind, time, url, title, "abc123", event, null, 0, false));
        return this;
    }

    Made converting(int goal) {
        return converting(goal, 5);
    }

    Made converting(int goal, int seconds) {
        conversions.add(new Conversion(
                goal, at.plusSeconds(seconds), 0, "https://example.com/", null, 0, 0, 0, 0, List.of(), 1));
        return this;
    }

    Visit done() {
        Instant last = actions.isEmpty() ? at : actions.get(actions.size() - 1).time();
        return new Visit(
                site,
                number,
                visitor,
                user,
                returning ? 2 : 1,
                returning,
                at,
                last,
                referrer,
                device,
                "",
                "192.0.0.0",
                "en",
                "1920x1080",
                List.copyOf(actions),
                List.copyOf(conversions),
                actions.size(),
                (int) (last.getEpochSecond() - at.getEpochSecond()));
    }

    /** A source of these visits. */
    static VisitSource source(Visit... visits) {
        List<Visit> all = new ArrayList<>(List.of(visits));
        all.sort(Comparator.comparing(Visit::lastAction));
        return (site, from, until) -> all.stream()
                .filter(visit -> visit.site() == site
                        && !visit.lastAction().isBefore(from)
                        && visit.lastAction().isBefore(until))
                .toList();
    }
}
