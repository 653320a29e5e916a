package io.opalmind.sandbox.report;

import io.opalmind.sandbox.visits.Conversion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The conversions of a period, by goal and altogether. */
final class GoalTotals {
    private static final String ALL = "all";

    private final Table totals;

    GoalTotals(Scope scope, Days days) {
        totals = Tables.total(scope, date -> day(days, date));
    }

    private static Table day(Days days, LocalDate date) {
        Map<Integer, List<Day.Gain>> goals = new TreeMap<>();
        for (Day.Gain gain : days.on(date).gains()) {
            goals.computeIfAbsent(gain.conversion().goal(), goal -> new ArrayList<>())
                    .add(gain);
        }
        Table table = new Table();
        goals.forEach((goal, gains) -> {
            Map<String, Double> figures = new GoalFigures(goal, gains).byName();
            figures.forEach(table.row(Integer.toString(goal))::add);
            if (goal != Conversion.ABANDONED_CART) {
                figures.forEach(table.row(ALL)::add);
            }
        });
        return table;
    }

    /** How often a goal was converted. */
    double conversions(int goal) {
        return of(Integer.toString(goal), "nb_conversions");
    }

    /** A figure of one goal. */
    double of(int goal, String metric) {
        return of(Integer.toString(goal), metric);
    }

    /** A figure of all goals and orders; carts are not counted. */
    double ofAll(String metric) {
        return of(ALL, metric);
    }

    private double of(String label, String metric) {
        Row row = totals.find(label);
        return row == null ? 0 : Rounding.php(row.get(metric), 2);
    }
}
