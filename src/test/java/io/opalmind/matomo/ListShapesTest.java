package io.opalmind.matomo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoExtension;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The shapes in which Matomo sends a table, and what becomes of rows beyond the limit. */
@ExtendWith(MatomoExtension.class)
class ListShapesTest {
    private static final String A = "{\"label\":\"a\"}";
    private static final String B = "{\"label\":\"b\"}";
    private static final String C = "{\"label\":\"c\"}";

    private FakeMatomo matomo;
    private Client client;

    @BeforeEach
    void open(FakeMatomo fresh) {
        matomo = fresh;
        client = new Client(fresh);
    }

    private Client.Answer pages(String body, Ask ask) throws IOException {
        matomo.answer("Actions.getPageUrls", body);
        return client.use(ReportCache.Use.NONE).ask(ask);
    }

    private Client.Answer pages(String body) throws IOException {
        return pages(body, Ask.of(ReportName.POPULAR_URLS).limit(2));
    }

    private static Ask days() {
        return Ask.of(ReportName.POPULAR_URLS).limit(2).time("day", "last2");
    }

    @Test
    void empty_list_has_no_rows() throws IOException {
        assertEquals("[]", pages("[]").text());
        assertEquals("[]", pages("{}").text());
        assertEquals(
                "[]", pages("{\"2026-11-23\":[],\"2026-11-24\":[]}", days()).text());
    }

    @Test
    void object_of_index_to_row_is_a_list() throws IOException {
        assertEquals(
                "[" + A + "," + B + "]",
                pages("{\"0\":" + A + ",\"2\":" + B + "}").text());
        assertEquals(
                "[{\"date\":\"2026-11-23\",\"label\":\"a\"},{\"date\":\"2026-11-24\",\"label\":\"b\"}]",
                pages("{\"2026-11-23\":{\"3\":" + A + "},\"2026-11-24\":[" + B + "]}", days())
                        .text());
    }

    static List<String> longLists() {
        return List.of("[" + A + "," + B + "," + C + "]", "{\"0\":" + A + ",\"1\":" + B + ",\"7\":" + C + "}");
    }

    @ParameterizedTest
    @MethodSource("longLists")
    void one_row_more_than_the_limit_tells_of_the_cut(String body) throws IOException {
        Client.Answer answer = pages(body);
        assertEquals("[" + A + "," + B + "]", answer.text());
        assertTrue(answer.result().cut());
        assertEquals("3", client.lastParam("Actions.getPageUrls", "filter_limit"));
    }

    @Test
    void as_many_rows_as_the_limit_are_not_cut() throws IOException {
        assertFalse(pages("[" + A + "," + B + "]").result().cut());
        assertFalse(pages("{\"2026-11-23\":[" + A + "," + B + "],\"2026-11-24\":[" + C + "]}", days())
                .result()
                .cut());
    }

    @ParameterizedTest
    @MethodSource("longLists")
    void limit_counts_for_each_date(String list) throws IOException {
        Client.Answer answer = pages("{\"2026-11-23\":[" + C + "],\"2026-11-24\":" + list + "}", days());
        assertEquals(
                "[{\"date\":\"2026-11-23\",\"label\":\"c\"},{\"date\":\"2026-11-24\",\"label\":\"a\"},"
                        + "{\"date\":\"2026-11-24\",\"label\":\"b\"}]",
                answer.text());
        assertTrue(answer.result().cut());
    }

    @Test
    void cut_is_remembered_in_the_cache() throws IOException {
        Ask five = Ask.of(ReportName.POPULAR_URLS).limit(5);
        assertTrue(client.ask(five).result().cut());
        Client.Answer again = client.ask(five);
        assertTrue(again.result().cut());
        assertEquals(5, again.result().count());
        assertEquals(1, client.requests("Actions.getPageUrls"));
    }

    @Test
    void all_asks_for_all() throws IOException {
        Client.Answer all = client.ask(Ask.of(ReportName.POPULAR_URLS).limit(ReportQuery.ALL));
        assertEquals("-1", client.lastParam("Actions.getPageUrls", "filter_limit"));
        assertFalse(all.result().cut());
        assertTrue(all.json().size() > 10, "more than the default");
    }

    @Test
    void sorting_is_matomos_and_makes_an_entry_of_its_own() throws IOException {
        JsonNode fewest = client.ask(Ask.of(ReportName.POPULAR_URLS).limit(3).sort("nb_hits:asc"))
                .json();
        assertEquals("nb_hits", client.lastParam("Actions.getPageUrls", "filter_sort_column"));
        assertEquals("asc", client.lastParam("Actions.getPageUrls", "filter_sort_order"));
        JsonNode most = client.ask(Ask.of(ReportName.POPULAR_URLS).limit(3).sort("nb_hits"))
                .json();
        assertEquals("desc", client.lastParam("Actions.getPageUrls", "filter_sort_order"));
        assertTrue(fewest.get(0).get("nb_hits").intValue()
                < most.get(0).get("nb_hits").intValue());
        client.ask(Ask.of(ReportName.POPULAR_URLS).limit(3));
        assertNull(client.lastParam("Actions.getPageUrls", "filter_sort_column"));
        assertEquals(3, client.requests("Actions.getPageUrls"));
    }

    @Test
    void row_others_tells_of_matomos_own_limit() throws IOException {
        String others = "{\"label\":\"Others\",\"nb_visits\":1}";
        assertTrue(pages("[" + A + "," + others + "]").result().summarised());
        assertTrue(pages("[" + A + ",{\"label\":\"-1\"}]").result().summarised());
        assertTrue(pages("{\"2026-11-23\":[" + others + "],\"2026-11-24\":[" + A + "]}", days())
                .result()
                .summarised());
        assertFalse(pages("[" + others + "," + A + "]").result().summarised(), "not the last");
        assertFalse(pages("[{\"label\":\"Others\",\"url\":\"https://example.com/Others\"}]")
                .result()
                .summarised());
    }

    @ParameterizedTest
    @EnumSource(
            value = ReportName.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FUNNEL_SUMMARY", "ECOMMERCE_REVENUE_TOTALS"})
    void series_of_each_report_begins_its_rows_with_the_date(ReportName report) throws IOException {
        JsonNode rows = client.ask(Ask.of(report).time("day", "last7").limit(3)).json();
        Map<String, Integer> dates = new HashMap<>();
        for (JsonNode row : rows) {
            assertEquals("date", row.fieldNames().next(), row::toString);
            dates.merge(row.get("date").textValue(), 1, Integer::sum);
        }
        assertEquals(7, dates.size(), dates::toString);
        JsonNode again =
                client.ask(Ask.of(report).time("day", "last7").limit(3)).json();
        assertEquals(rows, again, "from the cache");
    }

    @Test
    void own_member_date_of_a_row_gives_way_to_the_series() throws IOException {
        assertEquals(
                "[{\"date\":\"2026-11-24\",\"label\":\"a\"}]",
                pages("{\"2026-11-24\":[{\"label\":\"a\",\"date\":\"x\"}]}", days())
                        .text());
    }

    @Test
    void members_that_nobody_knows_pass_through_in_their_order() throws IOException {
        assertEquals(
                "[{\"label\":\"a\",\"nb_visits\":2,\"zeta\":\"07\",\"alpha\":[1.50,null,{\"x\":1E+2}],\"nb_new\":\"9\"}]",
                pages("[{\"zeta\":\"07\",\"alpha\":[1.50,null,{\"x\":1E+2}],\"nb_visits\":\"2\",\"nb_new\":\"9\","
                                + "\"label\":\"a\"}]")
                        .text());
    }

    @Test
    void last_of_members_of_one_name_holds() throws IOException {
        assertEquals(
                "[{\"label\":\"b\",\"nb_visits\":2}]",
                pages("[{\"label\":\"a\",\"nb_visits\":2,\"label\":\"b\"}]").text());
    }

    @Test
    void rows_that_are_none_are_values() throws IOException {
        assertEquals("[{\"value\":7},{\"value\":null}]", pages("[7,null]").text());
    }

    @Test
    void channel_is_chosen_from_all_whatever_the_limit() throws IOException {
        Client.Answer campaigns = client.ask(
                Ask.of(ReportName.TRAFFIC_CHANNELS).channel("campaign").limit(1));
        assertEquals("-1", client.lastParam("Referrers.getReferrerType", "filter_limit"));
        assertEquals(1, campaigns.json().size());
        assertEquals("Campaigns", campaigns.json().get(0).get("label").textValue());
        assertFalse(campaigns.result().cut());
        assertNotNull(
                client.ask(Ask.of(ReportName.TRAFFIC_CHANNELS).limit(1)).json().get(0));
        assertEquals("2", client.lastParam("Referrers.getReferrerType", "filter_limit"));
    }

    @Test
    void channel_of_a_series_is_chosen_on_each_date() throws IOException {
        JsonNode rows = client.ask(Ask.of(ReportName.TRAFFIC_CHANNELS)
                        .channel("Direct Entry")
                        .time("day", "last7"))
                .json();
        assertEquals(7, rows.size());
        rows.forEach(row -> assertEquals("Direct Entry", row.get("label").textValue()));
    }
}
