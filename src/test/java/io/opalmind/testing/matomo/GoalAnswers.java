package io.opalmind.testing.matomo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code Goals.get} where it was not recorded: goal 2 is what the sum over all goals leaves when goal 1 and the orders
 * are taken away, and a goal that does not exist is zeros, as Matomo answers.
 */
final class GoalAnswers {
    private static final Set<String> REAL = Set.of("", "1", "2", "ecommerceOrder", "ecommerceAbandonedCart");

    private final Recordings recordings;

    GoalAnswers(Recordings recordings) {
        this.recordings = recordings;
    }

    @Nullable
    Found find(Map<String, String> params) {
        RequestKey asked = RequestKey.of(params);
        String goal = params.getOrDefault("idGoal", "");
        Recording sum = recordings.longest(asked.without("idGoal"));
        if (!asked.method().equals("Goals.get") || sum == null) {
            return null;
        }
        if (!REAL.contains(goal)) {
            return Found.derived(zeros(sum.body()), sum.name() + ": no goal " + goal);
        }
        return goal.equals("2") ? second(asked, sum) : null;
    }

    private @Nullable Found second(RequestKey asked, Recording sum) {
        RequestKey summary = asked.without("idGoal").of("VisitsSummary.get");
        Recording first = recordings.longest(asked.with("idGoal", "1"));
        Recording orders = recordings.longest(asked.with("idGoal", "ecommerceOrder"));
        Recording visits = recordings.longest(summary);
        Recording newVisits = recordings.longest(summary.of("VisitFrequency.get"));
        if (first == null || orders == null || visits == null || newVisits == null) {
            return null;
        }
        JsonNode goal = rest(new Parts(sum.body(), first.body(), orders.body(), visits.body(), newVisits.body()));
        return Found.derived(goal, sum.name() + " - " + first.name() + " - " + orders.name());
    }

    /** The records that one derived record is made of; or the same as series of dates. */
    private record Parts(JsonNode sum, JsonNode first, JsonNode orders, JsonNode visits, JsonNode frequency) {
        Parts at(String date) {
            return new Parts(
                    sum.path(date), first.path(date), orders.path(date), visits.path(date), frequency.path(date));
        }

        BigDecimal left(String metric) {
            return number(sum, metric).subtract(number(first, metric)).subtract(number(orders, metric));
        }

        BigDecimal visits(String suffix) {
            return switch (suffix) {
                case "_new_visit" -> number(frequency, "nb_visits_new");
                case "_returning_visit" -> number(frequency, "nb_visits_returning");
                default -> number(visits, "nb_visits");
            };
        }
    }

    private static ObjectNode rest(Parts parts) {
        ObjectNode answer = Json.NODES.objectNode();
        boolean series = RowFilter.isSeries(parts.sum());
        parts.sum().properties().forEach(member -> {
            String name = member.getKey();
            answer.set(name, series ? rest(parts.at(name)) : metric(parts, name));
        });
        return answer;
    }

    private static JsonNode metric(Parts parts, String name) {
        if (name.startsWith("conversion_rate")) {
            String suffix = name.substring("conversion_rate".length());
            return Json.NODES.textNode(percent(parts.left("nb_conversions" + suffix), parts.visits(suffix)));
        }
        // This goal converts once a visit at most, so that both counts are the same.
        return plain(parts.left(name.replace("nb_visits_converted", "nb_conversions")));
    }

    private static String percent(BigDecimal part, BigDecimal whole) {
        if (whole.signum() == 0) {
            return "0%";
        }
        BigDecimal hundredfold = part.multiply(BigDecimal.valueOf(100));
        return plain(hundredfold.divide(whole, 2, RoundingMode.HALF_UP)).asText() + "%";
    }

    private static JsonNode plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() <= 0
                ? Json.NODES.numberNode(shortest.longValueExact())
                : Json.NODES.numberNode(shortest);
    }

    private static BigDecimal number(JsonNode row, String metric) {
        JsonNode value = row.path(metric);
        return value.isMissingNode() ? BigDecimal.ZERO : new BigDecimal(value.asText());
    }

    private static JsonNode zeros(JsonNode record) {
        ObjectNode zeros = Json.NODES.objectNode();
        record.properties().forEach(member -> {
            JsonNode value = member.getValue();
            JsonNode zero = value.isTextual() ? Json.NODES.textNode("0%") : Json.NODES.numberNode(0);
            zeros.set(member.getKey(), value.isContainerNode() ? zeros(value) : zero);
        });
        return zeros;
    }
}
