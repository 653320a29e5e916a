package io.opalmind.matomo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.matomo.report.Reports;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoExtension;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Matomo 4 writes numbers as strings, 6 gives errors an HTTP status; the answers are those of 5. */
@ExtendWith(MatomoExtension.class)
class VersionsTest {
    /** In every report these are known to be numbers. */
    private static final List<String> NUMBERS = List.of("nb_visits", "nb_events", "nb_actions", "nb_visits_converted");

    static Set<String> results() {
        return Sdk.QUERIES.keySet();
    }

    private static Ask unfiltered(String name) {
        return switch (name) {
            case "events" -> Ask.of(ReportName.EVENTS);
            case "deviceTypes" -> Ask.of(ReportName.DEVICE_TYPES);
            default -> Sdk.QUERIES.get(name);
        };
    }

    @ParameterizedTest
    @MethodSource("results")
    void matomo_4_gives_the_same_figures_as_numbers(String name, FakeMatomo matomo) throws IOException {
        JsonNode four = new Client(matomo.speakVersion(4)).ask(unfiltered(name)).json();
        assertEquals(loose(Sdk.result(name)), loose(four));
        assertNumbers(four);
    }

    /** The SDK's reports leave some members as Matomo wrote them, as it does. */
    static List<ReportName> tablesBeyondTheSdks() {
        Set<ReportName> sdks = EnumSet.of(ReportName.GOAL_CONVERSIONS, ReportName.FUNNEL_SUMMARY);
        Sdk.QUERIES.values().forEach(ask -> sdks.add(ask.query().report()));
        return List.copyOf(EnumSet.complementOf(EnumSet.copyOf(sdks)));
    }

    @ParameterizedTest
    @MethodSource("tablesBeyondTheSdks")
    void matomo_4_gives_each_column_of_a_table_as_5_does(ReportName report, FakeMatomo matomo) throws IOException {
        JsonNode five = new Client(matomo).ask(Ask.of(report)).json();
        JsonNode four = new Client(matomo.speakVersion(4)).ask(Ask.of(report)).json();
        assertTrue(five.size() > 0, "rows");
        for (int i = 0; i < five.size(); i++) {
            for (String column : Reports.of(report).tableColumns()) {
                assertEquals(five.get(i).get(column), four.get(i).get(column), column + " belongs into the Schema");
            }
        }
    }

    @Test
    void matomo_4_gives_goals_as_5_does(FakeMatomo matomo) throws IOException {
        String five =
                new Client(matomo).ask(Ask.of(ReportName.GOAL_CONVERSIONS)).text();
        matomo.speakVersion(4);
        assertEquals(
                five,
                new Client(matomo).ask(Ask.of(ReportName.GOAL_CONVERSIONS)).text());
    }

    @ParameterizedTest
    @MethodSource("results")
    void matomo_6_gives_the_same_as_5(String name, FakeMatomo matomo) throws IOException {
        matomo.speakVersion(6);
        assertEquals(
                Sdk.result(name).toString(),
                new Client(matomo).ask(unfiltered(name)).text());
    }

    @ParameterizedTest
    @EnumSource(value = ReportName.class, mode = EnumSource.Mode.EXCLUDE, names = "FUNNEL_SUMMARY")
    void bad_segment_is_refused_by_each_version(ReportName report, FakeMatomo matomo) {
        for (int version = 4; version <= 6; version++) {
            matomo.speakVersion(version);
            Ask ask = Ask.of(report).segment("noSuchSegment==1");
            MatomoException refused = assertThrows(MatomoException.class, () -> new Client(matomo).ask(ask));
            assertEquals(ErrorKind.REQUEST_REFUSED, refused.kind(), "version " + version);
        }
    }

    private static void assertNumbers(JsonNode node) {
        JsonNode row = node.isArray() ? node.get(0) : node.has("totals") ? node.get("totals") : node;
        boolean any = false;
        for (String name : NUMBERS) {
            if (row.has(name)) {
                assertTrue(row.get(name).isNumber(), () -> name + " in " + row);
                any = true;
            }
        }
        assertTrue(any, row::toString);
    }

    /** With all numbers as strings: what the SDK does not know passes as Matomo wrote it. */
    private static JsonNode loose(JsonNode node) {
        if (node.isNumber()) {
            return Client.MAPPER.getNodeFactory().textNode(plain(node.asText()));
        }
        if (node.isArray()) {
            var array = Client.MAPPER.createArrayNode();
            node.forEach(item -> array.add(loose(item)));
            return array;
        }
        if (node.isObject()) {
            var object = Client.MAPPER.createObjectNode();
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                object.set(member.getKey(), loose(member.getValue()));
            }
            return object;
        }
        return node.isTextual() ? Client.MAPPER.getNodeFactory().textNode(plain(node.textValue())) : node;
    }

    private static String plain(String number) {
        return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
    }
}
