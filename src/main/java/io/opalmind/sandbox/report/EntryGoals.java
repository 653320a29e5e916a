package io.opalmind.sandbox.report;

import io.opalmind.sandbox.visits.Conversion;
import io.opalmind.sandbox.visits.VisitEnds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the conversions of one goal on one day say about the pages where their visits began. */
final class EntryGoals {
    private final int goal;

    EntryGoals(int goal) {
        this.goal = goal;
    }

    /** @param pages the rows of the day's pages, with the visits that began there */
    void add(Collection<Day.Gain> gains, PageRows pages) {
        Map<PageAddress, List<Conversion>> entries = new LinkedHashMap<>();
        for (Day.Gain gain : gains) {
            String url = VisitEnds.entry(gain.visit());
            if (url != null) {
                entries.computeIfAbsent(PageAddress.of(url), page -> new ArrayList<>())
                        .add(gain.conversion());
            }
        }
        entries.forEach((page, conversions) -> {
            Row row = pages.find(page);
            if (row != null) {
                add(row, conversions);
            }
        });
    }

    private void add(Row row, List<Conversion> conversions) {
        double revenue = GoalFigures.revenue(conversions);
        double entries = row.get("entry_nb_visits");
        row.addGoal(goal, "revenue_entry", revenue);
        if (entries > 0) {
            row.addGoal(goal, "nb_conversions_entry_rate", Rounding.quotient(conversions.size(), entries, 3));
            row.addGoal(goal, "revenue_per_entry", Rounding.quotient(revenue, entries, 3));
        }
        row.addGoal(goal, "nb_conversions_entry", conversions.size());
    }
}
