package io.opalmind.testing.matomo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MatomoExtension.class)
class FakeMatomoTokensTest {
    private static final String[] YESTERDAY = {"idSite=1", "period=day", "date=yesterday"};

    private static PlainClient.Response visits(FakeMatomo matomo, String token) throws IOException {
        return PlainClient.post(matomo, "VisitsSummary.get", token, YESTERDAY);
    }

    @Test
    void secure_token_is_accepted_in_the_body_only(FakeMatomo matomo) throws IOException {
        assertEquals(200, visits(matomo, FakeMatomo.SECURE_TOKEN).status());
        PlainClient.Response inUrl = PlainClient.get(matomo, "VisitsSummary.get", FakeMatomo.SECURE_TOKEN, YESTERDAY);
        assertEquals(401, inUrl.status());
        assertTrue(inUrl.text().contains("required to be sent as a POST parameter"), inUrl.text());
        assertEquals(1, matomo.rejectedTokens());
    }

    @Test
    void twenty_first_rejected_token_locks_everyone_out(FakeMatomo matomo) throws IOException {
        for (int i = 0; i < 20; i++) {
            assertEquals(401, visits(matomo, FakeMatomo.BAD_TOKEN).status());
        }
        assertEquals(200, visits(matomo, FakeMatomo.ADMIN_TOKEN).status());
        assertEquals(401, visits(matomo, FakeMatomo.BAD_TOKEN).status());
        PlainClient.Response locked = visits(matomo, FakeMatomo.ADMIN_TOKEN);
        assertEquals(500, locked.status());
        assertEquals(
                Json.parse(RecordingFiles.text("matomo-5.0.2/error.brute-force-lockout.body.json")), locked.json());
        matomo.forgetLogins();
        assertEquals(200, visits(matomo, FakeMatomo.ADMIN_TOKEN).status());
    }

    @Test
    void missing_token_is_refused_and_not_counted(FakeMatomo matomo) throws IOException {
        assertEquals(401, visits(matomo, "").status());
        assertEquals(0, matomo.rejectedTokens());
    }

    @Test
    void viewer_sees_the_own_site_in_all_sites(FakeMatomo matomo) throws IOException {
        String[] all = {"idSite=all", "period=day", "date=last3"};
        PlainClient.Response own = PlainClient.post(matomo, "VisitsSummary.get", FakeMatomo.VIEWER_TOKEN, all);
        assertEquals(3, own.json().path("1").size());
        assertFalse(own.json().has("2"));
        String sites = "SitesManager.getSitesWithAtLeastViewAccess";
        assertEquals(
                1,
                PlainClient.post(matomo, sites, FakeMatomo.VIEWER_TOKEN).json().size());
        assertEquals(2, PlainClient.ask(matomo, sites).json().size());
    }

    @Test
    void second_site_is_described_as_the_first(FakeMatomo matomo) throws IOException {
        PlainClient.Response blog = PlainClient.ask(matomo, "SitesManager.getSiteFromId", "idSite=2");
        assertEquals("Example Blog", blog.json().path("name").asText());
        PlainClient.Response none = PlainClient.ask(matomo, "SitesManager.getSiteFromId", "idSite=3");
        assertTrue(none.text().contains("website id was set to '3'"), none.text());
    }

    @Test
    void dataset_knows_its_sites_and_goals(@MatomoExtension.Dataset FakeMatomo dataset) throws IOException {
        PlainClient.Response shop = PlainClient.ask(dataset, "SitesManager.getSiteFromId", "idSite=1");
        assertEquals("EUR", shop.json().path("currency").asText());
        assertEquals(
                2, PlainClient.ask(dataset, "Goals.getGoals", "idSite=1").json().size());
        assertEquals(
                "[]", PlainClient.ask(dataset, "Goals.getGoals", "idSite=2").text());
    }

    @Test
    void image_urls_hold_the_token_of_the_one_who_asks(FakeMatomo matomo) throws IOException {
        PlainClient.Response metadata =
                PlainClient.post(matomo, "API.getReportMetadata", FakeMatomo.VIEWER_TOKEN, "idSite=1");
        assertTrue(metadata.text().contains("token_auth=" + FakeMatomo.VIEWER_TOKEN));
        assertFalse(metadata.text().contains("TOKEN-admin"));
    }
}
