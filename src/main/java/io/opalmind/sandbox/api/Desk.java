package io.opalmind.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opalmind.sandbox.report.Report;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the method that a request names. */
final class Desk {
    private static final Set<String> FORMATS =
            Set.of("console", "csv", "html", "json2", "original", "rss", "tsv", "xml");

    private final Measured measured;
    private final Function<String, @Nullable Report> reports;
    private final Catalogue catalogue = new Catalogue();
    private final Facts facts;
    private final SiteFacts sites;

    /** @param reports by method; null where there is none */
    Desk(Measured measured, Function<String, @Nullable Report> reports) {
        this.measured = measured;
        this.reports = reports;
        this.facts = new Facts(measured);
        this.sites = new SiteFacts(measured);
    }

    /**
     * The answer to one question.
     *
     * @throws Refusal where it is an error
     */
    JsonNode answer(Parameters asked, Access access) {
        checkFormat(asked);
        String name = asked.require("method");
        Method method = find(name);
        if (method == null) {
            throw catalogue.refuse(name);
        }
        return method.answer(asked, access);
    }

    private static void checkFormat(Parameters asked) {
        String format = asked.get("format", "xml").toLowerCase(Locale.ROOT);
        if (FORMATS.contains(format)) {
            throw Errors.notCovered("answers with format=" + format + " (it needs format=JSON)");
        }
        if (!format.equals("json")) {
            throw Errors.formatUnknown(format);
        }
    }

    private @Nullable Method find(String name) {
        Method method = name.equals(BulkRequest.NAME) ? new BulkRequest(this) : facts.find(name);
        method = method == null ? sites.find(name) : method;
        method = method == null && name.equals(LastVisits.NAME) ? new LastVisits(measured) : method;
        Report report = method == null ? reports.apply(name) : null;
        return report == null ? method : new ReportMethod(name, report, measured);
    }

    /** A bare value stands in an object. */
    static JsonNode wrap(JsonNode answer) {
        return answer.isValueNode() ? JsonNodeFactory.instance.objectNode().set("value", answer) : answer;
    }

    static ObjectNode error(String message) {
        return JsonNodeFactory.instance.objectNode().put("result", "error").put("message", message);
    }
}
