package io.opalmind.matomo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opalmind.matomo.report.Reports;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.RecordedReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every report that is one table of Matomo's, against every recording of it: the same rows in the same order, each
 * member with the value that Matomo gave it. A report that is declared is held to this without a word here.
 */
class RecordedRowsTest {
    @TestFactory
    Stream<DynamicContainer> rows_are_those_that_matomo_sent() {
        return tables().stream().map(report -> DynamicContainer.dynamicContainer(report.label(), recordings(report)));
    }

    static List<ReportName> tables() {
        return Stream.of(ReportName.values())
                .filter(report -> isTable(Ask.of(report).query()))
                .toList();
    }

    /** A page may be called 007, and is not the page 7. */
    @ParameterizedTest
    @MethodSource("tables")
    void label_of_digits_stays_text(ReportName report) throws IOException {
        try (FakeMatomo matomo = FakeMatomo.recorded()) {
            matomo.answer(method(report), "[{\"label\":\"007\",\"nb_visits\":\"7\"}]");
            JsonNode row = new Client(matomo).ask(Ask.of(report)).json().get(0);
            assertEquals("{\"label\":\"007\",\"nb_visits\":7}", row.toString(), "label:text, nb_visits in the Schema");
        }
    }

    private static boolean isTable(ReportQuery query) {
        return Reports.of(query.report()).isCut()
                && Reports.of(query.report()).calls(query).size() == 1;
    }

    private static List<DynamicTest> recordings(ReportName report) {
        String method = method(report);
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(DynamicTest.dynamicTest("is recorded", () -> {
            List<RecordedReport> all = RecordedReport.of(method, params(report));
            String missing = "No recording of " + method + " " + params(report) + " as a ";
            String next = ": record it, as CONTRIBUTING.md says in 'Add a report'.";
            assertTrue(all.stream().anyMatch(one -> !one.isSeries()), missing + "single period" + next);
            assertTrue(all.stream().anyMatch(RecordedReport::isSeries), missing + "series" + next);
        }));
        for (RecordedReport recorded : RecordedReport.of(method, params(report))) {
            tests.add(DynamicTest.dynamicTest(recorded.name(), () -> hold(report, recorded)));
        }
        return tests;
    }

    private static String method(ReportName report) {
        return Reports.of(report).calls(Ask.of(report).query()).get(0).method();
    }

    /** What tells this report from others of the same method. */
    private static Map<String, String> params(ReportName report) {
        String form = Reports.of(report).calls(Ask.of(report).query()).get(0).form();
        return form.contains("flat=1") ? Map.of("flat", "1") : Map.of();
    }

    private static void hold(ReportName report, RecordedReport recorded) throws IOException {
        try (FakeMatomo matomo = recorded.server()) {
            Ask ask = Ask.of(report)
                    .site(recorded.site())
                    .time(recorded.period(), recorded.date())
                    .limit(ReportQuery.ALL);
            Client client = new Client(matomo);
            JsonNode printed = client.ask(ask).json();
            ArrayNode sent = sent(recorded.body());
            for (int i = 0; i < Math.min(sent.size(), printed.size()); i++) {
                assertEquals(sent.get(i), digits(printed.get(i)), "row " + i);
            }
            assertEquals(sent.size(), printed.size(), "rows");
        }
    }

    /** The rows of all dates, each with its date. */
    private static ArrayNode sent(JsonNode body) {
        ArrayNode rows = Client.MAPPER.createArrayNode();
        if (body.isArray()) {
            body.forEach(row -> rows.add(digits(row)));
        } else {
            body.properties()
                    .forEach(date -> date.getValue()
                            .forEach(row -> rows.add(((ObjectNode) digits(row)).put("date", date.getKey()))));
        }
        return rows;
    }

    /**
     * Matomo writes some numbers as text, which become numbers, and money is printed with its currency: what is to be
     * the same are the digits.
     */
    private static JsonNode digits(JsonNode value) {
        if (value.has("value") && value.has("currency")) {
            return digits(value.get("value"));
        }
        if (value instanceof ObjectNode members) {
            ObjectNode copy = Client.MAPPER.createObjectNode();
            members.properties().forEach(member -> copy.set(member.getKey(), digits(member.getValue())));
            return copy;
        }
        if (value instanceof ArrayNode list) {
            ArrayNode copy = Client.MAPPER.createArrayNode();
            list.forEach(one -> copy.add(digits(one)));
            return copy;
        }
        // The largest of values that are all 0 is false in Matomo's answer.
        String text = value.isBoolean() && !value.booleanValue() ? "0" : value.asText();
        return value.isNull() ? value : Client.MAPPER.getNodeFactory().textNode(text);
    }
}
