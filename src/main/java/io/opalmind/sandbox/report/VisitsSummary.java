package io.opalmind.sandbox.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opalmind.sandbox.report.Scope.Kind;
import io.opalmind.sandbox.visits.Visit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** {@code VisitsSummary.get}: one record. */
final class VisitsSummary implements Report {
    @Override
    public JsonNode answer(Scope scope, Wish wish) {
        List<Visit> visits = visits(scope);
        if (visits.isEmpty() && !scope.alone()) {
            return JsonNodeFactory.instance.arrayNode();
        }
        VisitFigures figures = VisitFigures.of(visits);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (scope.kind() != Kind.RANGE && scope.kind() != Kind.YEAR) {
            node.put("nb_uniq_visitors", figures.visitors());
            node.put("nb_users", figures.users());
        }
        node.put("nb_visits", figures.visits());
        node.put("nb_actions", figures.actions());
        node.put("nb_visits_converted", figures.converted());
        node.put("bounce_count", figures.bounces());
        node.put("sum_visit_length", figures.length());
        node.put("max_actions", figures.most());
        node.set("bounce_rate", Figure.share(Rounding.quotient(figures.bounces(), figures.visits(), 2), wish));
        node.set("nb_actions_per_visit", average(figures.actions(), figures, 1));
        node.set("avg_time_on_site", average((double) figures.length(), figures, 0));
        return node;
    }

    /** Those that ended in the period. */
    static List<Visit> visits(Scope scope) {
        List<Visit> visits = new ArrayList<>();
        for (Visit visit : scope.visits()) {
            LocalDate date =
                    LocalDate.ofInstant(visit.lastAction(), scope.site().zone());
            if (!date.isBefore(scope.first()) && !date.isAfter(scope.last())) {
                visits.add(visit);
            }
        }
        return visits;
    }

    private static JsonNode average(double sum, VisitFigures figures, int places) {
        return Figure.number(Rounding.quotient(sum, figures.visits(), places));
    }
}
