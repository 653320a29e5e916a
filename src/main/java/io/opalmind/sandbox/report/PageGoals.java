package io.opalmind.sandbox.report;

import io.opalmind.sandbox.visits.Action;
import io.opalmind.sandbox.visits.ActionKind;
import io.opalmind.sandbox.visits.Conversion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the conversions of a day say about the pages seen before them, and about those where the visits began. */
final class PageGoals {
    private final Function<@Nullable String, @Nullable Row> pages;

    /** @param pages the row of an address; null where it was not seen that day */
    PageGoals(Function<@Nullable String, @Nullable Row> pages) {
        this.pages = pages;
    }

    void add(Day day) {
        Map<Integer, List<Day.Gain>> goals = new TreeMap<>();
        for (Day.Gain gain : day.gains()) {
            goals.computeIfAbsent(gain.conversion().goal(), goal -> new ArrayList<>())
                    .add(gain);
        }
        goals.forEach(this::addViews);
        goals.forEach((goal, gains) -> {
            if (goal >= Conversion.ORDER) {
                addEntries(goal, gains);
            }
        });
    }

    private void addViews(int goal, List<Day.Gain> gains) {
        Map<Long, List<Day.Gain>> visits = new TreeMap<>();
        for (Day.Gain gain : gains) {
            visits.computeIfAbsent(gain.visit().number(), number -> new ArrayList<>())
                    .add(gain);
        }
        for (List<Day.Gain> ofVisit : visits.values()) {
            views(ofVisit).forEach((page, conversions) -> {
                Row row = pages.apply(page);
                if (row != null) {
                    addViews(row, goal, conversions);
                }
            });
        }
    }

    /** For each page of a visit the conversions that followed a view of it, once for each view. */
    private static Map<String, List<Conversion>> views(List<Day.Gain> gains) {
        Map<String, String> addresses = new HashMap<>();
        Map<String, List<Conversion>> views = new LinkedHashMap<>();
        for (Day.Gain gain : gains) {
            for (Action action : gain.visit().actions()) {
                if (action.kind() == ActionKind.PAGEVIEW
                        && !action.time().isAfter(gain.conversion().time())) {
                    String page = PageAddress.of(action.url()).rest();
                    String address = addresses.computeIfAbsent(page, rest -> action.url());
                    views.computeIfAbsent(address, url -> new ArrayList<>()).add(gain.conversion());
                }
            }
        }
        return views;
    }

    private static void addViews(Row row, int goal, List<Conversion> conversions) {
        row.addGoal(goal, "nb_conversions", conversions.size());
        row.addGoal(goal, "revenue", revenue(conversions));
        if (goal != Conversion.ABANDONED_CART) {
            double before = conversions.get(0).pagesBefore();
            Map<String, Double> figures = row.goals().getOrDefault(goal, Map.of());
            row.setGoal(
                    goal, "nb_conv_pages_before", Math.max(before, figures.getOrDefault("nb_conv_pages_before", 0.0)));
            row.addGoal(goal, "nb_conversions_page_rate", 0);
        }
        row.addGoal(goal, "nb_conversions_page_uniq", conversions.size());
    }

    private void addEntries(int goal, List<Day.Gain> gains) {
        Map<String, List<Conversion>> entries = new LinkedHashMap<>();
        Map<String, Row> rows = new HashMap<>();
        for (Day.Gain gain : gains) {
            String url = VisitEnds.entry(gain.visit());
            Row row = pages.apply(url);
            if (url != null && row != null) {
                String page = PageAddress.of(url).rest();
                rows.put(page, row);
                entries.computeIfAbsent(page, rest -> new ArrayList<>()).add(gain.conversion());
            }
        }
        entries.forEach((page, conversions) -> {
            Row row = rows.get(page);
            if (row != null) {
                addEntries(row, goal, conversions);
            }
        });
    }

    private static void addEntries(Row row, int goal, List<Conversion> conversions) {
        double revenue = revenue(conversions);
        double entries = row.get("entry_nb_visits");
        row.addGoal(goal, "revenue_entry", revenue);
        if (entries > 0) {
            row.addGoal(goal, "nb_conversions_entry_rate", Rounding.quotient(conversions.size(), entries, 3));
            row.addGoal(goal, "revenue_per_entry", Rounding.quotient(revenue, entries, 3));
        }
        row.addGoal(goal, "nb_conversions_entry", conversions.size());
    }

    private static double revenue(List<Conversion> conversions) {
        double sum = 0;
        for (Conversion conversion : conversions) {
            sum += GoalFigures.stored(conversion.revenue());
        }
        return Rounding.sql(sum);
    }
}
