package io.opalmind.sandbox.report;

import io.opalmind.sandbox.visits.ActionKind;
import io.opalmind.sandbox.visits.Visit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pages of one day with what was done on them. */
final class PageTable {
    private final Table table = new Table();
    private final Map<String, Row> byAddress = new LinkedHashMap<>();

    private PageTable() {}

    /** The table of a day. */
    static Table of(Day day) {
        PageTable pages = new PageTable();
        pages.addViews(day);
        pages.addVisits(day, true);
        pages.addVisits(day, false);
        new PageGoals(pages::find).add(day);
        return pages.table;
    }

    /** The row of a page; null where it was not seen that day, or there is no page. */
    private @Nullable Row find(@Nullable String url) {
        return url == null || url.isEmpty()
                ? null
                : byAddress.get(PageAddress.of(url).rest());
    }

    private void addViews(Day day) {
        Map<String, List<Step>> views = new LinkedHashMap<>();
        for (Step step : day.steps()) {
            if (step.is(ActionKind.PAGEVIEW)) {
                views.computeIfAbsent(PageAddress.of(step.action().url()).rest(), page -> new ArrayList<>())
                        .add(step);
            }
        }
        views.forEach((page, steps) -> byAddress.put(page, addViews(steps)));
    }

    private Row addViews(List<Step> steps) {
        PageAddress address = PageAddress.of(steps.get(0).action().url());
        Set<Long> visits = new HashSet<>();
        Set<String> visitors = new HashSet<>();
        int afterSearch = 0;
        int seconds = 0;
        for (Step step : steps) {
            visits.add(step.visit().number());
            visitors.add(step.visit().visitorId());
            afterSearch += step.afterSearch() ? 1 : 0;
            seconds += step.action().timeSpent();
        }
        Row row = table.row(address.label());
        row.add("nb_visits", visits.size());
        row.add("nb_uniq_visitors", visitors.size());
        row.add("nb_hits", steps.size());
        row.add("sum_time_spent", seconds);
        if (afterSearch > 0) {
            row.addRead("nb_hits_following_search", afterSearch);
        }
        row.offerUrl(address.url(), steps.size());
        return row;
    }

    private void addVisits(Day day, boolean entries) {
        Map<String, List<Visit>> groups = new LinkedHashMap<>();
        for (Visit visit : day.visits()) {
            String url = entries ? VisitEnds.entry(visit) : VisitEnds.exit(visit);
            if (find(url) != null && url != null) {
                groups.computeIfAbsent(PageAddress.of(url).rest(), page -> new ArrayList<>())
                        .add(visit);
            }
        }
        groups.forEach((page, visits) -> {
            Row row = byAddress.get(page);
            if (row != null) {
                addVisits(row, VisitFigures.of(visits), entries);
            }
        });
    }

    private static void addVisits(Row row, VisitFigures figures, boolean entries) {
        if (entries) {
            row.add("entry_nb_uniq_visitors", figures.visitors());
            row.addRead("entry_nb_visits", figures.visits());
            row.addRead("entry_nb_actions", figures.actions());
            row.addRead("entry_sum_visit_length", figures.length());
            row.addRead("entry_bounce_count", figures.bounces());
        } else {
            row.add("exit_nb_uniq_visitors", figures.visitors());
            row.addRead("exit_nb_visits", figures.visits());
        }
    }
}
