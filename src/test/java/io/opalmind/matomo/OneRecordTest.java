package io.opalmind.matomo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoExtension;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A record is one, a series of no dates is none, and an index is no year. */
@ExtendWith(MatomoExtension.class)
class OneRecordTest {
    private FakeMatomo matomo;
    private Client client;

    @BeforeEach
    void open(FakeMatomo fresh) {
        matomo = fresh;
        client = new Client(fresh);
    }

    @Test
    void of_several_records_the_first_holds() throws IOException {
        matomo.answer("Goals.get", "[{\"nb_conversions\":\"3\"},{\"nb_conversions\":4}]");
        assertEquals(
                "{\"nb_conversions\":3}",
                client.ask(Ask.of(ReportName.ECOMMERCE_OVERVIEW)).text());
    }

    @Test
    void series_of_no_dates_has_no_rows() throws IOException {
        matomo.answer("VisitsSummary.get", "[]").answer("Actions.get", "[]").answer("Goals.get", "[]");
        assertEquals(
                "[]",
                client.ask(Ask.of(ReportName.KEY_NUMBERS).time("day", "last7")).text());
        assertEquals(
                "[]",
                client.ask(Ask.of(ReportName.KEY_NUMBERS_SERIES).time("day", "last7"))
                        .text());
        assertEquals(
                "[]",
                client.ask(Ask.of(ReportName.ECOMMERCE_OVERVIEW).time("day", "last7"))
                        .text());
        assertEquals(
                "[]",
                client.ask(Ask.of(ReportName.GOAL_CONVERSIONS)
                                .time("day", "last7")
                                .goal("1", null))
                        .text());
    }

    /** Matomo's bulk answers hold the same shapes as plain ones. */
    @Test
    void record_in_a_list_is_read_in_a_bulk_answer_too() throws IOException {
        matomo.on(
                "Goals.get",
                params -> "[{\"nb_conversions\":\"" + params.get("idGoal").length() + "\"}]");
        JsonNode goals = client.ask(Ask.of(ReportName.GOAL_CONVERSIONS)).json();
        assertEquals(3, goals.size());
        assertEquals(1, goals.get(0).get("nb_conversions").intValue());
        assertEquals(
                "ecommerceOrder".length(), goals.get(2).get("nb_conversions").intValue());
    }

    @Test
    void index_of_four_digits_is_no_year() throws IOException {
        StringBuilder table = new StringBuilder("{");
        for (int i = 0; i < 1002; i++) {
            table.append(i == 0 ? "" : ",").append("\"" + i + "\":{\"label\":\"" + i + "\",\"nb_visits\":1}");
        }
        matomo.answer("DevicesDetection.getType", table.append('}').toString());
        Client.Answer all = client.ask(Ask.of(ReportName.DEVICE_TYPES).limit(ReportQuery.ALL));
        assertEquals(1002, all.json().size());
        assertFalse(all.text().contains("date"), "an index was taken for a date");
        Client.Answer some = client.ask(Ask.of(ReportName.DEVICE_TYPES).limit(7));
        assertEquals(7, some.json().size());
        assertTrue(some.result().cut());
    }
}
