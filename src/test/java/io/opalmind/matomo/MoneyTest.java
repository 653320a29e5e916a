package io.opalmind.matomo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.matomo.report.Reports;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.Faults;
import io.opalmind.testing.matomo.MatomoExtension;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Amounts and their currency. */
@ExtendWith(MatomoExtension.class)
class MoneyTest {
    private static final String SITE = "SitesManager.getSiteFromId";

    static List<ReportName> reportsWithMoney() {
        return List.of(
                ReportName.CAMPAIGNS,
                ReportName.ECOMMERCE_OVERVIEW,
                ReportName.ECOMMERCE_REVENUE_TOTALS,
                ReportName.TRAFFIC_CHANNELS,
                ReportName.GOAL_CONVERSIONS,
                ReportName.WEBSITES);
    }

    @Test
    void reports_that_hold_money_are_tested_here() {
        List<ReportName> declared = Stream.of(ReportName.values())
                .filter(report -> Reports.of(report).hasMoney())
                .toList();
        assertEquals(Set.copyOf(declared), Set.copyOf(reportsWithMoney()), "a new one belongs into reportsWithMoney()");
    }

    @ParameterizedTest
    @MethodSource("reportsWithMoney")
    void money_carries_the_sites_currency(ReportName report, FakeMatomo matomo) throws IOException {
        String text = new Client(matomo).ask(Ask.of(report)).text();
        assertTrue(text.contains(",\"currency\":\"EUR\"}"), text);
    }

    @ParameterizedTest
    @MethodSource("reportsWithMoney")
    void unknown_currency_is_null_with_one_warning(ReportName report, FakeMatomo matomo) throws IOException {
        matomo.failWhen(request -> request.method().equals(SITE), Faults.status(503));
        Client client = new Client(matomo);
        if (report == ReportName.GOAL_CONVERSIONS) {
            // Without the site one cannot know whether its orders are conversions, and a part is no answer.
            assertThrows(MatomoException.class, () -> client.ask(Ask.of(report)));
            return;
        }
        String text = client.ask(Ask.of(report)).text();
        assertTrue(text.contains(",\"currency\":null}"), text);
        assertEquals(1, client.warnings.size(), client.warnings.toString());
        assertTrue(client.warnings.get(0).startsWith("The currency of site 1 is not known: "), client.warnings.get(0));
    }

    @Test
    void site_is_asked_once_for_several_reports(FakeMatomo matomo) throws IOException {
        matomo.failWhen(request -> request.method().equals(SITE), Faults.status(503));
        Client client = new Client(matomo);
        MatomoClient one = client.client();
        one.query(Ask.of(ReportName.CAMPAIGNS).query()).rows(row -> {});
        one.query(Ask.of(ReportName.ECOMMERCE_OVERVIEW).query()).rows(row -> {});
        assertEquals(1, client.warnings.size(), client.warnings.toString());
        assertEquals(1, client.requests(SITE));
    }

    /** Else no money could be printed while Matomo is away. */
    @Test
    void currency_outlives_the_report_in_the_cache(FakeMatomo matomo) throws IOException {
        Client client = new Client(matomo);
        client.ask(Ask.of(ReportName.CAMPAIGNS));
        client.clock.move(Duration.ofHours(23));
        client.ask(Ask.of(ReportName.CAMPAIGNS));
        assertEquals(1, client.requests(SITE));
        client.clock.move(Duration.ofHours(2));
        client.ask(Ask.of(ReportName.CAMPAIGNS));
        assertEquals(2, client.requests(SITE));
    }

    @Test
    void unknown_currency_is_not_kept(FakeMatomo matomo) throws IOException {
        Client client = new Client(matomo);
        matomo.failWhen(request -> request.method().equals(SITE), Faults.status(503));
        client.ask(Ask.of(ReportName.CAMPAIGNS));
        matomo.heal();
        String text = client.ask(Ask.of(ReportName.CAMPAIGNS)).text();
        assertTrue(text.contains(",\"currency\":\"EUR\"}"), text);
        assertEquals(1, client.requests("Referrers.getCampaigns"));
    }

    @Test
    void amounts_keep_their_digits_and_what_is_no_amount_its_value(FakeMatomo matomo) throws IOException {
        matomo.answer(
                "Referrers.getCampaigns",
                "[{\"label\":\"a\",\"revenue\":\"14.700000000000001\",\"goals\":{\"idgoal=1\":{\"revenue\":0.10}}},"
                        + "{\"label\":\"b\",\"revenue\":\"n/a\"},{\"label\":\"c\",\"revenue\":[]}]");
        assertEquals(
                "[{\"label\":\"a\",\"revenue\":{\"value\":14.700000000000001,\"currency\":\"EUR\"},"
                        + "\"goals\":{\"idgoal=1\":{\"revenue\":{\"value\":0.10,\"currency\":\"EUR\"}}}},"
                        + "{\"label\":\"b\",\"revenue\":\"n/a\"},{\"label\":\"c\",\"revenue\":[]}]",
                new Client(matomo).ask(Ask.of(ReportName.CAMPAIGNS)).text());
    }
}
