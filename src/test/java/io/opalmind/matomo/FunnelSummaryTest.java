package io.opalmind.matomo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoExtension;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Funnels; the answers of the plugin, which costs money, are written after its documentation. */
@ExtendWith(MatomoExtension.class)
class FunnelSummaryTest {
    private static final String DEFINITION = "{\"idfunnel\":\"7\",\"name\":\"Checkout\",\"steps\":["
            + "{\"position\":\"1\",\"name\":\"Cart\",\"pattern\":\"/cart\"},"
            + "{\"position\":\"2\",\"name\":\"Payment\"}]}";
    private static final String METRICS = "{\"nb_entries\":200,\"nb_conversions\":\"50\",\"conversion_rate\":\"25%\"}";
    private static final String FLOW = "[{\"step_position\":1,\"label\":\"/cart\",\"nb_visits\":200},"
            + "{\"step_position\":2,\"label\":\"/pay\",\"nb_visits\":\"1,050\",\"conversion_rate\":\"12.5%\"}]";

    private FakeMatomo matomo;
    private Client client;

    @BeforeEach
    void open(FakeMatomo fresh) {
        matomo = fresh;
        client = new Client(fresh);
    }

    private void plugin(String definition, String metrics, String flow) {
        matomo.answer("Funnels.getFunnel", definition);
        matomo.answer("Funnels.getFunnelMetrics", metrics);
        matomo.answer("Funnels.getFunnelFlowTable", flow);
    }

    private JsonNode funnel() throws IOException {
        return client.ask(Ask.of(ReportName.FUNNEL_SUMMARY).funnel("7")).json();
    }

    /** The SDK answers with an empty funnel; Matomo 6 with 404. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6})
    void missing_plugin_is_named(int version) {
        matomo.speakVersion(version);
        MatomoException missing = assertThrows(MatomoException.class, this::funnel);
        assertEquals(ErrorKind.PLUGIN_MISSING, missing.kind());
        assertTrue(missing.getMessage().contains("Funnels"), missing.getMessage());
        assertEquals(0, client.counters("funnelSummary").sets());
    }

    @Test
    void funnel_is_its_steps_and_its_figures() throws IOException {
        plugin(DEFINITION, METRICS, FLOW);
        assertEquals(
                "{\"id\":\"7\",\"label\":\"Checkout\",\"period\":\"range\",\"date\":\"last30\",\"steps\":["
                        + "{\"id\":\"1\",\"label\":\"Cart\",\"visits\":200},"
                        + "{\"id\":\"2\",\"label\":\"Payment\",\"visits\":1050,\"conversionRate\":12.5}],"
                        + "\"overallConversionRate\":25,\"totalConversions\":50,\"totalVisits\":200}",
                client.ask(Ask.of(ReportName.FUNNEL_SUMMARY).funnel("7")).text());
    }

    @Test
    void totals_that_are_missing_are_summed_over_the_steps() throws IOException {
        plugin(DEFINITION, "[]", "[{\"position\":1,\"nb_visits\":40,\"nb_conversions\":10}]");
        JsonNode funnel = funnel();
        assertEquals(40, funnel.get("totalVisits").intValue());
        assertEquals(25, funnel.get("overallConversionRate").intValue());
    }

    @Test
    void refused_part_leaves_a_funnel_that_is_not_kept() throws IOException {
        plugin(DEFINITION, METRICS, "{\"result\":\"error\",\"message\":\"No such method.\"}");
        Client.Answer answer = client.ask(Ask.of(ReportName.FUNNEL_SUMMARY).funnel("7"));
        assertEquals(2, answer.json().get("steps").size());
        assertTrue(answer.result().notice().contains("missing"), answer.result().notice());
        assertEquals(0, client.counters("funnelSummary").sets());
    }

    @Test
    void series_has_a_row_for_each_date() throws IOException {
        plugin(
                DEFINITION,
                "{\"2026-11-23\":" + METRICS + ",\"2026-11-24\":[]}",
                "{\"2026-11-23\":" + FLOW + ",\"2026-11-24\":[]}");
        JsonNode rows = client.ask(Ask.of(ReportName.FUNNEL_SUMMARY).funnel("7").time("day", "last2"))
                .json();
        List<String> dates = new ArrayList<>();
        rows.forEach(row -> dates.add(row.get("date").textValue()));
        assertEquals(List.of("2026-11-23", "2026-11-24"), dates);
        assertEquals(200, rows.get(0).get("totalVisits").intValue());
        assertEquals(1050, rows.get(0).get("steps").get(1).get("visits").intValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "{\"value\":1}", "[[[]]]", "{\"steps\":{\"1\":7,\"2\":\"Pay\"}}"})
    void odd_shapes_are_a_funnel_without_figures(String odd) throws IOException {
        plugin(odd, odd, odd);
        JsonNode funnel = funnel();
        assertEquals("7", funnel.get("id").textValue());
        assertEquals("Funnel 7", funnel.get("label").textValue());
    }
}
