package io.opalmind.sandbox.report;

import io.opalmind.sandbox.visits.ActionKind;
import io.opalmind.sandbox.visits.Conversion;
import io.opalmind.sandbox.visits.Visit;
import io.opalmind.sandbox.visits.VisitEnds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The pages of one day with what was done on them. */
final class PageTable {
    /** The site's goals, then carts, then orders. */
    private static final Comparator<Integer> GOALS_FIRST =
            Comparator.comparing((Integer goal) -> goal <= Conversion.ORDER).thenComparing(Comparator.naturalOrder());

    private final PageRows rows = new PageRows();

    private PageTable() {}

    /** The table of a day. */
    static Table of(Day day) {
        PageTable pages = new PageTable();
        pages.addViews(day);
        pages.addVisits(day, VisitEnds::entry, PageTable::addEntries);
        pages.addVisits(day, VisitEnds::exit, PageTable::addExits);
        pages.addGoals(day);
        return pages.rows.table();
    }

    private void addViews(Day day) {
        Map<PageAddress, List<Step>> views = new LinkedHashMap<>();
        for (Step step : day.steps()) {
            if (step.is(ActionKind.PAGEVIEW)) {
                views.computeIfAbsent(PageAddress.of(step.action().url()), page -> new ArrayList<>())
                        .add(step);
            }
        }
        views.forEach(this::addViews);
    }

    private void addViews(PageAddress page, List<Step> views) {
        Set<Long> visits = new HashSet<>();
        Set<String> visitors = new HashSet<>();
        int afterSearch = 0;
        int seconds = 0;
        for (Step view : views) {
            visits.add(view.visit().number());
            visitors.add(view.visit().visitorId());
            afterSearch += view.afterSearch() ? 1 : 0;
            seconds += view.action().timeSpent();
        }
        Row row = rows.open(page);
        row.add("nb_visits", visits.size());
        row.add("nb_uniq_visitors", visitors.size());
        row.add("nb_hits", views.size());
        row.add("sum_time_spent", seconds);
        if (afterSearch > 0) {
            row.addRead("nb_hits_following_search", afterSearch);
        }
        row.offerUrl(page.url(), views.size());
    }

    /** Puts visits together by the page at one of their ends. */
    private void addVisits(Day day, Function<Visit, @Nullable String> end, Adding adding) {
        Map<PageAddress, List<Visit>> ends = new LinkedHashMap<>();
        for (Visit visit : day.visits()) {
            String url = end.apply(visit);
            if (url != null) {
                ends.computeIfAbsent(PageAddress.of(url), page -> new ArrayList<>())
                        .add(visit);
            }
        }
        ends.forEach((page, visits) -> {
            Row row = rows.find(page);
            if (row != null) {
                adding.add(row, VisitFigures.of(visits));
            }
        });
    }

    private interface Adding {
        void add(Row row, VisitFigures figures);
    }

    private static void addEntries(Row row, VisitFigures figures) {
        row.add("entry_nb_uniq_visitors", figures.visitors());
        row.addRead("entry_nb_visits", figures.visits());
        row.addRead("entry_nb_actions", figures.actions());
        row.addRead("entry_sum_visit_length", (double) figures.length());
        row.addRead("entry_bounce_count", figures.bounces());
    }

    private static void addExits(Row row, VisitFigures figures) {
        row.add("exit_nb_uniq_visitors", figures.visitors());
        row.addRead("exit_nb_visits", figures.visits());
    }

    private void addGoals(Day day) {
        Map<Integer, List<Day.Gain>> goals = new TreeMap<>(GOALS_FIRST);
        for (Day.Gain gain : day.gains()) {
            goals.computeIfAbsent(gain.conversion().goal(), goal -> new ArrayList<>())
                    .add(gain);
        }
        goals.forEach((goal, gains) -> {
            new PageGoals(goal).add(gains, rows);
            if (goal != Conversion.ABANDONED_CART) {
                new EntryGoals(goal).add(gains, rows);
            }
        });
    }
}
