package io.opalmind.sandbox.report;

import io.opalmind.sandbox.report.Scope.Kind;
import io.opalmind.sandbox.site.Site;
import io.opalmind.sandbox.visits.Action;
import io.opalmind.sandbox.visits.Action.Event;
import io.opalmind.sandbox.visits.Action.Search;
import io.opalmind.sandbox.visits.ActionKind;
import io.opalmind.sandbox.visits.Conversion;
import io.opalmind.sandbox.visits.Referrer;
import io.opalmind.sandbox.visits.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A visit of the shop, action by action, and what is asked about it. */
final class Given {
    static final LocalDate MONDAY = LocalDate.parse("2026-11-09");

    private static final Site SHOP = Site.plain(1, "https://example.com");

    private final long number;
    private final List<Action> actions = new ArrayList<>();
    private final List<Conversion> conversions = new ArrayList<>();

    private Given(long number) {
        this.number = number;
    }

    /** @param number tells visits and their visitors apart */
    static Given visit(long number) {
        return new Given(number);
    }

    Given page(String time, String url) {
        return add(ActionKind.PAGEVIEW, time, url, null, null);
    }

    /** A page whose loading was timed. */
    Given timed(String time, String url) {
        actions.add(new Action(ActionKind.PAGEVIEW, Instant.parse(time), url, null, null, null, null, 10, true));
        return this;
    }

    Given event(String time, String category, String action, String name, Double value) {
        return add(ActionKind.EVENT, time, "https://example.com/", new Event(category, action, name, value), null);
    }

    Given search(String time, String keyword) {
        return add(ActionKind.SITE_SEARCH, time, "https://example.com/", null, new Search(keyword, null, null));
    }

    Given download(String time, String url) {
        return add(ActionKind.DOWNLOAD, time, url, null, null);
    }

    Given goal(String time, int goal, double revenue) {
        Instant at = Instant.parse(time);
        conversions.add(
                new Conversion(goal, at, revenue, "https://example.com/", null, 0, 0, 0, 0, List.of(), actions.size()));
        return this;
    }

    Visit seen() {
        Instant first = actions.get(0).time();
        Instant last = actions.get(actions.size() - 1).time();
        return new Visit(
                1,
                number,
                "000000000000000" + number,
                null,
                1,
                false,
                first,
                last,
                new Referrer(Referrer.Type.DIRECT, "", "", ""),
                "Desktop",
                "",
                "127.0.0.1",
                "en",
                "",
                List.copyOf(actions),
                List.copyOf(conversions),
                actions.size(),
                60);
    }

    static Scope day(LocalDate date, Visit... visits) {
        return new Scope(SHOP, Kind.DAY, date, date, true, List.of(visits));
    }

    static Scope week(Visit... visits) {
        return new Scope(SHOP, Kind.WEEK, MONDAY, MONDAY.plusDays(6), true, List.of(visits));
    }

    static Wish flat() {
        return new Wish(true, true, null);
    }

    static Wish plain() {
        return new Wish(false, true, null);
    }

    private Given add(ActionKind kind, String time, String url, Event event, Search search) {
        actions.add(new Action(kind, Instant.parse(time), url, null, null, event, search, 10, false));
        return this;
    }
}
