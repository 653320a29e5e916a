package io.opalmind.matomo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoExtension;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a query prints, against what the SDK's method returned for the same Matomo. */
@ExtendWith(MatomoExtension.class)
class SdkResultsTest {
    static Set<String> results() {
        return Sdk.QUERIES.keySet();
    }

    /** Text against text: the order of members and the digits of numbers count too. */
    @ParameterizedTest
    @MethodSource("results")
    void result_is_the_sdks_to_the_letter(String name, FakeMatomo matomo) throws IOException {
        Sdk.scriptUnrecorded(matomo);
        Client client = new Client(matomo);
        assertEquals(
                Sdk.result(name).toString(), client.ask(Sdk.QUERIES.get(name)).text());
        assertTrue(client.warnings.isEmpty(), client.warnings.toString());
    }

    @ParameterizedTest
    @MethodSource("results")
    void result_is_the_same_from_the_cache(String name, FakeMatomo matomo) throws IOException {
        Sdk.scriptUnrecorded(matomo);
        Client client = new Client(matomo);
        String fetched = client.ask(Sdk.QUERIES.get(name)).text();
        matomo.refuseConnections();
        assertEquals(fetched, client.ask(Sdk.QUERIES.get(name)).text());
        assertTrue(client.warnings.isEmpty(), client.warnings.toString());
    }

    @Test
    void one_goal_has_the_sdks_figures_and_its_own_name(FakeMatomo matomo) throws IOException {
        Client client = new Client(matomo);
        assertEquals(
                Sdk.result("goalConversions1").toString().replace("\"label\":\"1\"", "\"label\":\"Newsletter Signup\""),
                client.ask(Ask.of(ReportName.GOAL_CONVERSIONS).goal("1", null)).text());
    }
}
