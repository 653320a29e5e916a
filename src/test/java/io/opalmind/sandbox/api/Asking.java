package io.opalmind.sandbox.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.opalmind.sandbox.report.Report;
import io.opalmind.sandbox.visits.Visit;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Asks an API of visits made by hand; its one report, {@code Probe.get}, shows what it was given. */
final class Asking {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T03:30:00Z"), ZoneOffset.UTC);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> COMMON =
            Map.of("module", "API", "format", "JSON", "idSite", "1", "period", "day", "date", "2026-11-01");

    /** Shows the numbers of the visits that ended in the period, the period and the wish. */
    private static final Report PROBE = (scope, wish) -> {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        String label = scope.kind() + " " + scope.first() + " " + scope.last() + (scope.alone() ? " alone" : "")
                + (wish.flat() ? " flat" : "") + (wish.formatted() ? "" : " raw")
                + (wish.goal() == null ? "" : " goal " + wish.goal());
        for (Visit visit : scope.visits()) {
            rows.addObject().put("label", label).put("nb_visits", visit.number());
        }
        return rows;
    };

    private final ReportingApi api;

    Asking(Visit... visits) {
        api = new ReportingApi(
                new Measured(Made.SITES, Made.source(visits), CLOCK), name -> name.equals("Probe.get") ? PROBE : null);
    }

    /** @param more names and values beside those that every request has; an empty value takes one away */
    ApiAnswer ask(Access access, String method, String... more) {
        Map<String, String> parameters = new HashMap<>(COMMON);
        parameters.put("method", method);
        for (int i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        return api.answer(parameters, access);
    }

    JsonNode read(String method, String... more) {
        return json(ask(Access.ADMIN, method, more));
    }

    static JsonNode json(ApiAnswer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException broken) {
            throw new AssertionError(answer.body(), broken);
        }
    }

    static JsonNode json(String text) {
        return json(new ApiAnswer(200, text));
    }
}
