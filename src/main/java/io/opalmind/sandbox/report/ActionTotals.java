package io.opalmind.sandbox.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opalmind.sandbox.visits.Action.Search;
import io.opalmind.sandbox.visits.ActionKind;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** {@code Actions.get}: one record of how much was done. */
final class ActionTotals implements Report {
    @Override
    public JsonNode answer(Scope scope, Wish wish) {
        if (VisitsSummary.visits(scope).isEmpty() && !scope.alone()) {
            return JsonNodeFactory.instance.arrayNode();
        }
        Days days = new Days(scope);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        addHits(node, scope, days, ActionKind.PAGEVIEW, "pageviews");
        addHits(node, scope, days, ActionKind.DOWNLOAD, "downloads");
        addHits(node, scope, days, ActionKind.OUTLINK, "outlinks");
        addSearches(node, scope, days);
        return node;
    }

    /** How often something was done, and in how many visits: once a day, visit and address. */
    private static void addHits(ObjectNode node, Scope scope, Days days, ActionKind kind, String name) {
        int hits = 0;
        int unique = 0;
        for (LocalDate date = scope.first(); !date.isAfter(scope.last()); date = date.plusDays(1)) {
            Set<String> seen = new HashSet<>();
            for (Step step : days.on(date).steps()) {
                if (step.is(kind)) {
                    hits++;
                    unique += seen.add(step.visit().number() + " " + address(step)) ? 1 : 0;
                }
            }
        }
        node.put("nb_" + name, hits);
        node.put("nb_uniq_" + name, unique);
    }

    private static String address(Step step) {
        String url = step.action().url();
        return step.is(ActionKind.PAGEVIEW) ? PageAddress.of(url).rest() : url;
    }

    private static void addSearches(ObjectNode node, Scope scope, Days days) {
        int searches = 0;
        Set<String> keywords = new HashSet<>();
        for (LocalDate date = scope.first(); !date.isAfter(scope.last()); date = date.plusDays(1)) {
            for (Step step : days.on(date).steps()) {
                Search search = step.action().search();
                if (search != null) {
                    searches++;
                    keywords.add(search.keyword());
                }
            }
        }
        node.put("nb_searches", searches);
        node.put("nb_keywords", keywords.size());
    }
}
