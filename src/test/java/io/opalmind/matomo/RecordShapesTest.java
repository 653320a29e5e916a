package io.opalmind.matomo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.Faults;
import io.opalmind.testing.matomo.MatomoExtension;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The shapes in which Matomo sends a record, or one for each date. */
@ExtendWith(MatomoExtension.class)
class RecordShapesTest {
    private static final Ask DAY = Ask.of(ReportName.KEY_NUMBERS).time("day", "yesterday");
    private static final Ask DAYS = Ask.of(ReportName.KEY_NUMBERS_SERIES).time("day", "last3");

    private FakeMatomo matomo;
    private Client client;

    @BeforeEach
    void open(FakeMatomo fresh) {
        matomo = fresh;
        client = new Client(fresh);
    }

    private String visits(String body, Ask ask) throws IOException {
        matomo.answer("VisitsSummary.get", body);
        matomo.answer("Actions.get", "[]");
        return client.ask(ask).text();
    }

    private String orders(String body, Ask ask) throws IOException {
        matomo.answer("Goals.get", body);
        return client.ask(ask).text();
    }

    @Test
    void empty_list_is_a_record_of_nothing() throws IOException {
        assertEquals("{\"nb_visits\":0}", visits("[]", DAY));
        assertEquals("{}", orders("[]", Ask.of(ReportName.ECOMMERCE_OVERVIEW)));
        assertEquals(
                "{\"totals\":{\"nb_conversions\":0,\"revenue\":{\"value\":0,\"currency\":\"EUR\"}}}",
                orders("[]", Ask.of(ReportName.ECOMMERCE_REVENUE_TOTALS)));
    }

    @Test
    void empty_object_is_a_record_of_nothing() throws IOException {
        assertEquals("{\"nb_visits\":0}", visits("{}", DAY));
    }

    @Test
    void lone_value_is_the_visits() throws IOException {
        assertEquals("{\"nb_visits\":27}", visits("{\"value\":27}", DAY));
    }

    @Test
    void record_in_a_list_is_that_record() throws IOException {
        assertEquals("{\"nb_visits\":3}", visits("[{\"nb_visits\":\"3\"}]", DAY));
    }

    @Test
    void bare_numbers_of_a_series_are_the_visits() throws IOException {
        assertEquals(
                "[{\"date\":\"2026-11-22\",\"nb_visits\":5},{\"date\":\"2026-11-23\",\"nb_visits\":\"x\"}]",
                visits("{\"2026-11-22\":5,\"2026-11-23\":\"x\"}", DAYS));
    }

    @Test
    void dates_without_visits_are_rows_of_zero() throws IOException {
        String series = "{\"2026-11-22\":[],\"2026-11-23\":{\"nb_visits\":3},\"2026-11-24\":{}}";
        assertEquals(
                "[{\"date\":\"2026-11-22\",\"nb_visits\":0},{\"date\":\"2026-11-23\",\"nb_visits\":3},"
                        + "{\"date\":\"2026-11-24\",\"nb_visits\":0}]",
                visits(series, DAYS));
        assertEquals(
                "[{\"date\":\"2026-11-22\"},{\"date\":\"2026-11-23\",\"nb_conversions\":3}]",
                orders(
                        "{\"2026-11-22\":[],\"2026-11-23\":{\"nb_conversions\":3}}",
                        Ask.of(ReportName.ECOMMERCE_OVERVIEW).time("day", "last2")));
    }

    @Test
    void dates_come_in_their_order() throws IOException {
        assertEquals(
                "[{\"date\":\"2026-11-22\",\"nb_visits\":1},{\"date\":\"2026-11-23\",\"nb_visits\":2}]",
                visits("{\"2026-11-23\":{\"nb_visits\":2},\"2026-11-22\":{\"nb_visits\":1}}", DAYS));
    }

    @Test
    void weeks_are_named_by_their_days() throws IOException {
        List<String> dates = new ArrayList<>();
        for (JsonNode row : client.ask(Ask.of(ReportName.KEY_NUMBERS_SERIES).time("week", "last4"))
                .json()) {
            dates.add(row.get("date").textValue());
        }
        assertEquals(4, dates.size());
        assertEquals("2026-11-02,2026-11-08", dates.get(0));
    }

    @Test
    void months_and_years_are_named_as_matomo_names_them() throws IOException {
        String months = "{\"2026-10\":{\"nb_visits\":1},\"2026-11\":[]}";
        assertEquals(
                "[{\"date\":\"2026-10\",\"nb_visits\":1},{\"date\":\"2026-11\",\"nb_visits\":0}]",
                visits(months, Ask.of(ReportName.KEY_NUMBERS_SERIES).time("month", "last2")));
        assertEquals(
                "[{\"date\":\"2025\",\"nb_visits\":1},{\"date\":\"2026\",\"nb_visits\":0}]",
                visits(
                        "{\"2025\":{\"nb_visits\":1},\"2026\":[]}",
                        Ask.of(ReportName.KEY_NUMBERS_SERIES).time("year", "last2")));
    }

    @Test
    void one_date_of_the_series_report_is_one_row() throws IOException {
        assertEquals(
                "[{\"date\":\"2026-11-23\",\"nb_visits\":4}]",
                visits(
                        "{\"nb_visits\":\"4\"}",
                        Ask.of(ReportName.KEY_NUMBERS_SERIES).time("day", "2026-11-23")));
    }

    /** The SDK throws. */
    @Test
    void key_numbers_of_a_series_are_rows_with_their_page_views() throws IOException {
        JsonNode rows =
                client.ask(Ask.of(ReportName.KEY_NUMBERS).time("day", "last7")).json();
        assertEquals(7, rows.size());
        assertEquals("2026-11-23", rows.get(5).get("date").textValue());
        JsonNode yesterday = client.ask(DAY).json();
        assertEquals(yesterday.get("nb_pageviews"), rows.get(5).get("nb_pageviews"));
        assertEquals(yesterday.get("avg_time_on_site"), rows.get(5).get("avg_time_on_site"));
    }

    @Test
    void durations_written_for_people_are_seconds() throws IOException {
        for (String written :
                List.of("344", "\"344\"", "\"5 min 44s\"", "\"00:05:44\"", "\"5m 44s\"", "\"0h 5m 44s\"")) {
            assertEquals(
                    "{\"nb_visits\":2,\"avg_time_on_site\":{\"value\":344,\"unit\":\"seconds\"}}",
                    visits("{\"nb_visits\":2,\"avg_time_on_site\":" + written + "}", DAY),
                    written);
            client.clock.move(java.time.Duration.ofMinutes(2));
        }
    }

    @Test
    void numbers_written_for_people_are_numbers() throws IOException {
        assertEquals(
                "{\"nb_visits\":1234,\"bounce_rate\":\"34%\"}",
                visits("{\"nb_visits\":\"1,234\",\"nb_users\":\"none\",\"bounce_rate\":\"34%\"}", DAY));
    }

    @Test
    void visits_without_page_views_are_shown_but_not_kept() throws IOException {
        matomo.failWhen(
                request -> request.method().equals("Actions.get"),
                Faults.changedBody("refused", body -> "{\"result\":\"error\",\"message\":\"No.\"}"));
        Client.Answer answer = client.ask(DAY);
        assertEquals(74, answer.json().get("nb_visits").intValue());
        assertTrue(
                answer.result().notice().startsWith("Page views are missing: "),
                answer.result().notice());
        assertEquals(0, client.counters("keyNumbers").sets());
    }

    @Test
    void totals_are_summed_over_the_dates_that_have_orders() throws IOException {
        String series = "{\"2026-11-22\":{\"nb_conversions\":\"1\",\"revenue\":\"0.1\"},\"2026-11-23\":[],"
                + "\"2026-11-24\":{\"nb_conversions\":2,\"revenue\":0.2}}";
        JsonNode totals = Client.MAPPER
                .readTree(orders(
                        series, Ask.of(ReportName.ECOMMERCE_REVENUE_TOTALS).time("day", "last3")))
                .get("totals");
        assertEquals(3, totals.get("nb_conversions").intValue());
        assertEquals("0.30000000000000004", totals.get("revenue").get("value").asText(), "as JavaScript adds");
        assertEquals(
                "0.10000000000000002",
                totals.get("avg_order_revenue").get("value").asText());
    }
}
