package io.opalmind.sandbox.report;

import io.opalmind.sandbox.visits.Action;
import io.opalmind.sandbox.visits.ActionKind;
import io.opalmind.sandbox.visits.Conversion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the conversions of one goal on one day say about the pages that were seen before them. A conversion counts once for
 * each view, as Matomo joins the two.
 */
final class PageGoals {
    private final int goal;

    PageGoals(int goal) {
        this.goal = goal;
    }

    /** @param pages the rows of the day's pages */
    void add(Collection<Day.Gain> gains, PageRows pages) {
        Map<Long, List<Day.Gain>> visits = new TreeMap<>();
        for (Day.Gain gain : gains) {
            visits.computeIfAbsent(gain.visit().number(), number -> new ArrayList<>())
                    .add(gain);
        }
        for (List<Day.Gain> visit : visits.values()) {
            seenBefore(visit).forEach((page, conversions) -> {
                Row row = pages.find(page);
                if (row != null) {
                    add(row, conversions);
                }
            });
        }
    }

    /** For each page that a visit saw, the conversions after it, once for each view. */
    private static Map<PageAddress, List<Conversion>> seenBefore(List<Day.Gain> visit) {
        Map<PageAddress, List<Conversion>> pages = new LinkedHashMap<>();
        for (Day.Gain gain : visit) {
            for (Action action : gain.visit().actions()) {
                if (action.kind() == ActionKind.PAGEVIEW
                        && !action.time().isAfter(gain.conversion().time())) {
                    pages.computeIfAbsent(PageAddress.of(action.url()), page -> new ArrayList<>())
                            .add(gain.conversion());
                }
            }
        }
        return pages;
    }

    private void add(Row row, List<Conversion> conversions) {
        boolean shared = goal != Conversion.ABANDONED_CART;
        row.addGoal(goal, "nb_conversions", conversions.size());
        row.addGoal(goal, "revenue", GoalFigures.revenue(conversions));
        if (shared) {
            row.raiseGoal(goal, "nb_conv_pages_before", conversions.get(0).pagesBefore());
            row.addGoal(goal, "nb_conversions_attrib", shares(conversions));
            row.addGoal(goal, "nb_conversions_page_rate", 0);
        }
        row.addGoal(goal, "nb_conversions_page_uniq", conversions.size());
        if (shared) {
            row.addGoal(goal, "revenue_attrib", sharedRevenue(conversions));
        }
    }

    /** Each page has an equal share in a conversion; the database knows four places of it. */
    private static double shares(List<Conversion> conversions) {
        double shares = 0;
        for (Conversion conversion : conversions) {
            shares += Rounding.php(1.0 / pages(conversion), 4);
        }
        return Rounding.php(shares, 4);
    }

    private static double sharedRevenue(List<Conversion> conversions) {
        double revenue = 0;
        for (Conversion conversion : conversions) {
            revenue += GoalFigures.stored(conversion.revenue()) / pages(conversion);
        }
        return Rounding.sql(revenue);
    }

    private static int pages(Conversion conversion) {
        return Math.max(1, conversion.pagesBefore());
    }
}
