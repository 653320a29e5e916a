package io.opalmind.sandbox.report;

import io.opalmind.sandbox.visits.Conversion;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** What Matomo counts of the conversions of one goal that have something in common, on one day. */
final class GoalFigures {
    private final int goal;
    private final List<Day.Gain> gains;

    GoalFigures(int goal, List<Day.Gain> gains) {
        this.goal = goal;
        this.gains = gains;
    }

    /** The figures by name: a goal has three, a cart the number of items too, an order its parts. */
    Map<String, Double> byName() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("nb_conversions", (double) gains.size());
        figures.put("nb_visits_converted", (double) visits());
        figures.put("revenue", money(Conversion::revenue));
        if (goal == Conversion.ORDER) {
            figures.put("revenue_subtotal", money(Conversion::subtotal));
            figures.put("revenue_tax", money(Conversion::tax));
            figures.put("revenue_shipping", money(Conversion::shipping));
            figures.put("revenue_discount", money(Conversion::discount));
        }
        if (goal <= Conversion.ORDER) {
            figures.put("items", (double) items());
        }
        return figures;
    }

    private int visits() {
        Set<Long> visits = new HashSet<>();
        for (Day.Gain gain : gains) {
            visits.add(gain.visit().number());
        }
        return visits.size();
    }

    private double money(ToDoubleFunction<Conversion> part) {
        double sum = 0;
        for (Day.Gain gain : gains) {
            sum += stored(part.applyAsDouble(gain.conversion()));
        }
        return Rounding.sql(sum);
    }

    private int items() {
        int items = 0;
        for (Day.Gain gain : gains) {
            for (Conversion.Item item : gain.conversion().items()) {
                items += item.quantity();
            }
        }
        return items;
    }

    /** The revenue of conversions, summed by the database. */
    static double revenue(List<Conversion> conversions) {
        double sum = 0;
        for (Conversion conversion : conversions) {
            sum += stored(conversion.revenue());
        }
        return Rounding.sql(sum);
    }

    /** Money as Matomo's database holds it, a float: 279.19 comes back as 279.1900024. */
    static double stored(double money) {
        return (float) money;
    }
}
