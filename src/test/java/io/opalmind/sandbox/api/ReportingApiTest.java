package io.opalmind.sandbox.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportingApiTest {
    private static final String NO_ACCESS =
            "You can't access this resource as it requires 'view' access for the website id = 1.";

    private final Asking api = new Asking(Made.visit(1, "2026-11-01T10:00:00Z")
            .page("https://example.com/", "")
            .done());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Probe.get    | expanded         | 1                  | The sandbox does not compute expanded=1.
            Probe.get    | idSubtable       | 3                  | The sandbox does not compute idSubtable.
            Probe.get    | compareDates[0]  | 2026-10-01         | The sandbox does not compute compareDates.
            Probe.get    | label            | x                  | The sandbox does not compute label.
            Probe.get    | format_metrics   | 1                  | The sandbox does not compute format_metrics=1.
            Probe.get    | format           | xml                | The sandbox does not compute answers with format=xml
            Probe.get    | format           | yaml               | Renderer format 'yaml' not valid.
            Probe.get    | idSite           | 1,99               | An unexpected website was found in the request: website id was set to '99' .
            Probe.get    | idSite           | shop               | An unexpected website was found in the request: website id was set to 'shop' .
            Probe.get    | period           | ''                 | Please specify a value for 'period'.
            Probe.get    | date             | ''                 | Please specify a value for 'date'.
            UserCountry.getCountry | x      | x                  | The sandbox does not compute UserCountry.getCountry.
            UserCountry.getMoon    | x      | x                  | The method 'getMoon' does not exist or is not available in the module '\\Piwik\\Plugins\\UserCountry\\API'.
            Live.getLastVisitsDetails | flat | 1                 | The sandbox does not compute the visits log with flat=1.
            API.getBulkRequest | x          | x                  | Please specify a value for 'urls'.
            API.isPluginActivated | x       | x                  | Please specify a value for 'pluginName'.
            """)
    void refuses(String method, String name, String value, String message) {
        ApiAnswer answer = api.ask(Access.ADMIN, method, name, value);

        assertEquals(200, answer.status());
        assertStarts(message, Asking.json(answer));
    }

    @Test
    void messages_are_escaped_outside_a_bulk_request() {
        assertStarts(
                "The plugin &lt;b&gt; is not enabled. You can activate the plugin on Settings &gt; Plugins",
                Asking.json(api.ask(Access.ADMIN, "<b>.x")));
        assertStarts(
                "The plugin <b> is not enabled. You can activate the plugin on Settings > Plugins",
                api.read("API.getBulkRequest", "urls[0]", "method=%3Cb%3E.x").get(0));
    }

    @Test
    void members_of_a_bulk_request_stand_in_order_and_take_from_it_what_they_lack() {
        JsonNode answer = api.read(
                "API.getBulkRequest",
                "urls[10]",
                "method=API.getMatomoVersion&format=xml",
                "urls[2]",
                "?method=Probe.get&date=2026-11-01",
                "urls[0]",
                "method=API.getBulkRequest&urls[0]=x",
                "urls[3]",
                "method=Probe.get&idSite=9");

        assertEquals(4, answer.size());
        assertStarts("The sandbox does not compute a bulk request inside", answer.get(0));
        assertEquals(1, answer.get(1).size());
        assertStarts("An unexpected website was found in the request: website id was set to '9'", answer.get(2));
        assertEquals("5.0.2", answer.get(3).get("value").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Probe.get", "Live.getLastVisitsDetails", "Goals.getGoals", "SitesManager.getSiteFromId"})
    void without_a_token_nothing_of_a_site_is_told(String method) {
        ApiAnswer answer = api.ask(Access.NONE, method);
        JsonNode bulk = Asking.json(api.ask(Access.NONE, "API.getBulkRequest", "urls[0]", "method=" + method));

        assertEquals(401, answer.status());
        assertStarts(NO_ACCESS, Asking.json(answer));
        assertEquals(401, api.ask(Access.NONE, method, "idSite", "all").status());
        assertStarts(NO_ACCESS, bulk.get(0));
    }

    @Test
    void refused_token_is_told_so_whatever_was_asked() {
        ApiAnswer inBody = api.ask(Access.REJECTED, "No.such");
        ApiAnswer inQuery = api.ask(Access.REJECTED_IN_QUERY, "No.such");

        assertEquals(401, inBody.status());
        assertStarts("Unable to authenticate with the provided token. It is either invalid or", Asking.json(inBody));
        assertEquals(401, inQuery.status());
        assertStarts("Unable to authenticate with the provided token. It is either invalid, ", Asking.json(inQuery));
    }

    @Test
    void plugins_are_active_whose_reports_are_computed() {
        assertTrue(isActive("Live"));
        assertFalse(isActive("Funnels"));
        assertFalse(isActive("UserCountry"));
    }

    private boolean isActive(String plugin) {
        return api.read("API.isPluginActivated", "pluginName", plugin)
                .get("value")
                .asBoolean();
    }

    private static void assertStarts(String message, JsonNode error) {
        String found = error.path("message").asText();

        assertEquals("error", error.path("result").asText());
        assertTrue(found.startsWith(message), found);
    }
}
