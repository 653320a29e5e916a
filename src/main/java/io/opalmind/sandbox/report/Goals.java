package io.opalmind.sandbox.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opalmind.sandbox.visits.Conversion;
import io.opalmind.sandbox.visits.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code Goals.get}: one record for one goal or all, then the same for new and for returning visitors. */
final class Goals implements Report {
    private static final List<String> GOAL = List.of("nb_conversions", "nb_visits_converted", "revenue");
    private static final List<String> CART = List.of("nb_conversions", "nb_visits_converted", "revenue", "items");
    private static final List<String> ORDER = List.of(
            "nb_conversions",
            "nb_visits_converted",
            "revenue",
            "revenue_subtotal",
            "revenue_tax",
            "revenue_shipping",
            "revenue_discount",
            "items");

    @Override
    public JsonNode answer(Scope scope, Wish wish) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        add(node, scope, wish, "", visit -> true);
        add(node, scope, wish, "_new_visit", visit -> !visit.returning());
        add(node, scope, wish, "_returning_visit", Visit::returning);
        return node.isEmpty() ? JsonNodeFactory.instance.arrayNode() : node;
    }

    /** In a series Matomo leaves out what there was no visit for. */
    private static void add(ObjectNode node, Scope scope, Wish wish, String ending, Predicate<Visit> covered) {
        Scope part = part(scope, covered);
        List<Visit> visits = VisitsSummary.visits(part);
        if (visits.isEmpty() && !scope.alone()) {
            return;
        }
        GoalTotals totals = new GoalTotals(part, new Days(part));
        Integer goal = GoalNames.number(wish.goal());
        VisitFigures figures = VisitFigures.of(visits);
        for (String metric : metrics(goal)) {
            node.set(metric + ending, Figure.number(value(totals, figures, goal, metric)));
        }
        double converted = value(totals, figures, goal, "nb_visits_converted");
        if (goal != null && goal <= Conversion.ORDER) {
            double revenue = totals.of(goal, "revenue");
            node.set(
                    "avg_order_revenue" + ending,
                    Figure.number(Rounding.quotient(revenue, totals.conversions(goal), 2)));
        }
        node.set("conversion_rate" + ending, Figure.share(Rounding.quotient(converted, figures.visits(), 4), wish));
    }

    private static Scope part(Scope scope, Predicate<Visit> covered) {
        List<Visit> visits = new ArrayList<>(scope.visits());
        visits.removeIf(covered.negate());
        return new Scope(scope.site(), scope.kind(), scope.first(), scope.last(), scope.alone(), visits);
    }

    private static double value(GoalTotals totals, VisitFigures figures, @Nullable Integer goal, String metric) {
        if (goal != null) {
            return totals.of(goal, metric);
        }
        return metric.equals("nb_visits_converted") ? figures.converted() : totals.ofAll(metric);
    }

    private static List<String> metrics(@Nullable Integer goal) {
        if (goal == null || goal > Conversion.ORDER) {
            return GOAL;
        }
        return goal == Conversion.ORDER ? ORDER : CART;
    }
}
