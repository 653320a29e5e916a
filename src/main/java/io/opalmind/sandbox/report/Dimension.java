package io.opalmind.sandbox.report;

import io.opalmind.sandbox.visits.Visit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A table of visits by something they have in common, with the conversions they made.
 *
 * @param label of the row a visit belongs to
 * @param visitGroup what the database groups visits by; finer than the label, and figures are added up over the groups
 * @param gainGroup what it groups conversions by
 * @param read whether sums stay text while nothing was added to them
 */
record Dimension(
        Function<Visit, String> label,
        Function<Visit, List<String>> visitGroup,
        Function<Visit, List<String>> gainGroup,
        boolean read) {
    private static final Comparator<List<String>> IN_TURN = (one, other) -> {
        for (int i = 0; i < one.size(); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    /** The rows of a day; visits are those of it that belong into the table at all. */
    Table day(Day day, Predicate<Visit> covered) {
        Table table = new Table();
        Map<List<String>, List<Visit>> groups = new TreeMap<>(IN_TURN);
        for (Visit visit : day.visits()) {
            if (covered.test(visit)) {
                groups.computeIfAbsent(visitGroup.apply(visit), group -> new ArrayList<>())
                        .add(visit);
            }
        }
        for (List<Visit> group : groups.values()) {
            Row row = table.row(label.apply(group.get(0)));
            VisitFigures figures = VisitFigures.of(group);
            if (read) {
                figures.addReadTo(row);
            } else {
                figures.addTo(row);
            }
        }
        addGains(table, day, covered);
        return table;
    }

    private void addGains(Table table, Day day, Predicate<Visit> covered) {
        Map<Integer, Map<List<String>, List<Day.Gain>>> goals = new TreeMap<>();
        for (Day.Gain gain : day.gains()) {
            if (covered.test(gain.visit())) {
                goals.computeIfAbsent(gain.conversion().goal(), goal -> new TreeMap<>(IN_TURN))
                        .computeIfAbsent(gainGroup.apply(gain.visit()), group -> new ArrayList<>())
                        .add(gain);
            }
        }
        goals.forEach((goal, groups) -> groups.values().forEach(gains -> {
            Row row = table.row(label.apply(gains.get(0).visit()));
            new GoalFigures(goal, gains).byName().forEach((name, value) -> row.addGoal(goal, name, value));
        }));
        table.rows().values().forEach(Dimension::addTotals);
    }

    /** A row with conversions says how many and for how much, carts not counted. */
    private static void addTotals(Row row) {
        if (row.goals().isEmpty()) {
            return;
        }
        double conversions = 0;
        double revenue = 0;
        for (Map.Entry<Integer, Map<String, Double>> goal : row.goals().entrySet()) {
            if (goal.getKey() >= 0) {
                conversions += goal.getValue().getOrDefault("nb_conversions", 0.0);
                revenue += goal.getValue().getOrDefault("revenue", 0.0);
            }
        }
        row.add("nb_conversions", conversions);
        row.add("revenue", revenue);
        if (!row.has("nb_visits")) {
            row.add("nb_visits", 0);
        }
    }
}
