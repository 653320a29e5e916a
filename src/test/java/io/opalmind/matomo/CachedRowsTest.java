package io.opalmind.matomo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.Faults;
import io.opalmind.testing.matomo.MatomoExtension;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is told of fresh rows is told of cached ones, and nothing wrong is kept. */
@ExtendWith(MatomoExtension.class)
class CachedRowsTest {
    private static final String SITE = "SitesManager.getSiteFromId";

    private FakeMatomo matomo;
    private Client client;

    @BeforeEach
    void open(FakeMatomo fresh) {
        matomo = fresh;
        client = new Client(fresh);
    }

    @Test
    void row_for_the_rest_is_told_of_wherever_it_comes_from() throws IOException {
        matomo.answer(
                "Actions.getPageUrls",
                "[{\"label\":\"/a\",\"url\":\"u\",\"nb_visits\":9},{\"label\":\"Others\",\"nb_visits\":3}]");
        Ask pages = Ask.of(ReportName.POPULAR_URLS);
        assertTrue(client.ask(pages).result().summarised(), "fresh");
        ReportResult asItStands = client.ask(pages).result();
        assertTrue(asItStands.isReadyJson() && asItStands.summarised(), "as it stands");
        ReportResult byRows = client.client().query(pages.query());
        byRows.rows(row -> {});
        assertTrue(byRows.summarised(), "row by row");
        assertEquals(1, client.requests("Actions.getPageUrls"));
    }

    @Test
    void page_of_that_name_is_no_row_for_the_rest() throws IOException {
        matomo.answer("Actions.getPageUrls", "[{\"label\":\"Others\",\"url\":\"https://example.com/Others\"}]");
        assertFalse(client.ask(Ask.of(ReportName.POPULAR_URLS)).result().summarised(), "fresh");
        assertFalse(client.ask(Ask.of(ReportName.POPULAR_URLS)).result().summarised(), "cached");
    }

    @Test
    void rows_that_a_filter_drops_are_not_counted() throws IOException {
        client.keep(
                "{\"feature\":\"events\",\"input\":{\"siteId\":1,\"period\":\"range\",\"date\":\"last30\","
                        + "\"action\":\"play\"}}",
                "{\"feature\":\"events\",\"value\":[{\"label\":\"click - a\",\"Events_EventAction\":\"click\","
                        + "\"Events_EventName\":\"a\"}],\"expiresAt\":1821452535027}");
        Client.Answer answer = client.ask(Ask.of(ReportName.EVENTS).events(null, "play", null));
        assertEquals("[]", answer.text());
        assertEquals(0, answer.result().count());
    }

    @Test
    void limit_is_no_part_of_a_record_s_key() throws IOException {
        client.ask(Ask.of(ReportName.ECOMMERCE_OVERVIEW).limit(3).sort("revenue"));
        client.ask(Ask.of(ReportName.ECOMMERCE_OVERVIEW));
        assertEquals(1, client.requests("Goals.get"));
    }

    /** A shop's orders would be missing from what is kept. */
    @Test
    void goals_of_a_site_that_cannot_be_asked_about_are_an_error_and_not_kept() throws IOException {
        matomo.failWhen(asked -> asked.method().equals(SITE), Faults.status(503));
        Ask goals = Ask.of(ReportName.GOAL_CONVERSIONS);
        assertThrows(MatomoException.class, () -> client.ask(goals));
        matomo.heal();
        assertEquals(3, client.ask(goals).json().size());
    }

    @Test
    void site_of_another_shape_is_asked_for_again() throws IOException {
        matomo.answer(SITE, "[]");
        assertTrue(client.ask(Ask.of(ReportName.CAMPAIGNS))
                .json()
                .at("/0/revenue/currency")
                .isNull());
        matomo.on(SITE, params -> null);
        assertEquals(
                "EUR",
                client.ask(Ask.of(ReportName.CAMPAIGNS))
                        .json()
                        .at("/0/revenue/currency")
                        .textValue());
    }

    @Test
    void amounts_without_a_currency_are_served_with_a_warning() throws IOException {
        client.ask(Ask.of(ReportName.CAMPAIGNS));
        matomo.failAlways(Faults.status(503));
        client.keep("{\"feature\":\"site\",\"input\":{\"siteId\":1}}", "damaged");
        int before = matomo.requests().size();
        Client.Answer cached = client.ask(Ask.of(ReportName.CAMPAIGNS));
        assertTrue(cached.json().at("/0/revenue/currency").isNull(), cached.text());
        assertEquals(1, client.warnings.size());
        assertEquals(before + 1, matomo.requests().size());
    }

    @Test
    void id_that_is_no_site_is_left_out() {
        matomo.answer(
                "SitesManager.getSitesIdWithAtLeastViewAccess",
                "[1,\"2\",99999999999999999999999,\"x\",-3,1.5,null,{}]");
        assertEquals(java.util.List.of(1L, 2L), client.client().siteIds());
    }
}
