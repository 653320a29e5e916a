package io.opalmind.matomo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.Faults;
import io.opalmind.testing.matomo.MatomoExtension;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MatomoExtension.class)
class GoalConversionsTest {
    private FakeMatomo matomo;
    private Client client;

    @BeforeEach
    void open(FakeMatomo fresh) {
        matomo = fresh;
        client = new Client(fresh);
    }

    private JsonNode goals(Ask ask) throws IOException {
        return client.ask(ask).json();
    }

    private List<String> ids(@Nullable String goal, @Nullable String type) throws IOException {
        List<String> ids = new ArrayList<>();
        goals(Ask.of(ReportName.GOAL_CONVERSIONS).goal(goal, type))
                .forEach(row -> ids.add(row.get("id").textValue()));
        return ids;
    }

    @Test
    void each_goal_has_a_row_with_its_name() throws IOException {
        assertEquals(
                "[{\"id\":\"1\",\"label\":\"Newsletter Signup\",\"type\":\"manual\",\"nb_conversions\":214,"
                        + "\"nb_visits_converted\":214,\"revenue\":{\"value\":210,\"currency\":\"EUR\"}},"
                        + "{\"id\":\"2\",\"label\":\"Contact reached\",\"type\":\"url\",\"nb_conversions\":113,"
                        + "\"nb_visits_converted\":113,\"revenue\":{\"value\":565,\"currency\":\"EUR\"}},"
                        + "{\"id\":\"ecommerceOrder\",\"label\":\"Ecommerce Order\",\"type\":\"ecommerce\","
                        + "\"nb_conversions\":202,\"nb_visits_converted\":190,"
                        + "\"revenue\":{\"value\":64805.25,\"currency\":\"EUR\"}}]",
                client.ask(Ask.of(ReportName.GOAL_CONVERSIONS)).text());
    }

    @Test
    void rows_add_up_to_the_sdks_sum() throws IOException {
        int sum = 0;
        for (JsonNode row : goals(Ask.of(ReportName.GOAL_CONVERSIONS))) {
            sum += row.get("nb_conversions").intValue();
        }
        assertEquals(Sdk.result("goalConversions").get(0).get("nb_conversions").intValue(), sum);
    }

    @Test
    void all_goals_are_asked_for_in_two_requests_and_the_site_once() throws IOException {
        client.ask(Ask.of(ReportName.GOAL_CONVERSIONS));
        assertEquals(1, client.requests("Goals.getGoals"));
        assertEquals(1, client.requests("API.getBulkRequest"));
        assertEquals(1, client.requests("SitesManager.getSiteFromId"));
        assertEquals(3, matomo.requests().size());
    }

    @Test
    void series_has_a_row_for_each_goal_and_date() throws IOException {
        JsonNode rows = goals(Ask.of(ReportName.GOAL_CONVERSIONS).time("day", "last7"));
        assertEquals(21, rows.size());
        assertEquals("date", rows.get(0).fieldNames().next());
        assertEquals("2026-11-18", rows.get(0).get("date").textValue());
        assertEquals("2026-11-24", rows.get(6).get("date").textValue());
        assertEquals("Contact reached", rows.get(7).get("label").textValue());
    }

    @Test
    void goal_is_found_by_id_by_name_and_by_matomos_name() throws IOException {
        assertEquals(List.of("2"), ids("2", null));
        assertEquals(List.of("2"), ids(" contact REACHED ", null));
        assertEquals(List.of("ecommerceOrder"), ids("ecommerceorder", null));
        assertEquals(List.of("abandonedCart"), ids("ecommerceAbandonedCart", null));
        assertEquals(List.of("abandonedCart"), ids("abandonedCart", null));
    }

    @Test
    void type_chooses_goals() throws IOException {
        assertEquals(List.of("1"), ids(null, "manually"));
        assertEquals(List.of("1"), ids(null, "Manual"));
        assertEquals(List.of("2"), ids(null, "url"));
        assertEquals(List.of("ecommerceOrder"), ids(null, "ecommerce"));
        assertEquals(List.of("abandonedCart"), ids(null, "ecommerce_cart"));
        assertEquals(List.of(), ids(null, "file"));
    }

    /** Matomo itself answers zeros. */
    @Test
    void goal_that_does_not_exist_is_refused_with_those_that_do() {
        MatomoException refused = assertThrows(MatomoException.class, () -> ids("99", null));
        assertEquals(ErrorKind.REQUEST_REFUSED, refused.kind());
        assertEquals(
                "Site 1 has no goal '99'; it has 1 (Newsletter Signup), 2 (Contact reached),"
                        + " ecommerceOrder (Ecommerce Order).",
                refused.getMessage());
    }

    @Test
    void site_without_goals_is_an_empty_list() throws IOException {
        matomo.answer("Goals.getGoals", "[]");
        matomo.answer("SitesManager.getSiteFromId", "{\"idsite\":\"1\",\"currency\":\"usd\",\"ecommerce\":\"0\"}");
        assertEquals("[]", client.ask(Ask.of(ReportName.GOAL_CONVERSIONS)).text());
    }

    @Test
    void limit_cuts_goals_and_says_so() throws IOException {
        Client.Answer two = client.ask(Ask.of(ReportName.GOAL_CONVERSIONS).limit(2));
        assertEquals(2, two.json().size());
        assertTrue(two.result().cut());
        Client.Answer three = client.ask(Ask.of(ReportName.GOAL_CONVERSIONS).limit(3));
        assertEquals(3, three.json().size());
        assertFalse(three.result().cut());
    }

    @Test
    void one_goal_that_matomo_refuses_fails_the_whole() {
        matomo.on(
                "Goals.get",
                params -> "2".equals(params.get("idGoal")) ? "{\"result\":\"error\",\"message\":\"Broken.\"}" : null);
        MatomoException refused =
                assertThrows(MatomoException.class, () -> client.ask(Ask.of(ReportName.GOAL_CONVERSIONS)));
        assertEquals(ErrorKind.REQUEST_REFUSED, refused.kind());
        assertTrue(refused.getMessage().contains("Broken."), refused.getMessage());
        assertEquals(0, client.counters("goalConversionsByGoal").sets());
    }

    @Test
    void bulk_answer_of_other_size_is_no_answer() {
        matomo.failWhen(
                request -> request.method().equals("API.getBulkRequest"),
                Faults.changedBody("one member less", body -> "[{}]"));
        MatomoException bad =
                assertThrows(MatomoException.class, () -> client.ask(Ask.of(ReportName.GOAL_CONVERSIONS)));
        assertEquals(ErrorKind.BAD_ANSWER, bad.kind());
    }

    @Test
    void segment_reaches_each_goal_as_it_was_typed() throws IOException {
        String segment = "pageUrl=@a+b&c=d;city==Köln";
        List<String> segments = new ArrayList<>();
        matomo.on("Goals.get", params -> {
            segments.add(params.get("segment"));
            return "[]";
        });
        client.ask(Ask.of(ReportName.GOAL_CONVERSIONS).segment(segment));
        assertEquals(List.of(segment, segment, segment), segments);
    }

    @Test
    void goals_as_an_object_of_id_to_goal_are_read_too() throws IOException {
        matomo.answer(
                "Goals.getGoals",
                "{\"1\":{\"idgoal\":\"1\",\"name\":\"\",\"match_attribute\":\"manually\"},"
                        + "\"x\":7,\"2\":{\"idgoal\":2,\"name\":\"B\",\"match_attribute\":\"URL\"}}");
        JsonNode rows = goals(Ask.of(ReportName.GOAL_CONVERSIONS));
        assertEquals("1", rows.get(0).get("label").textValue());
        assertEquals("url", rows.get(1).get("type").textValue());
    }
}
