package io.opalmind.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportingApiTest {
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

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Asking.json(answer).get("result").asText()).isEqualTo("error");
        assertThat(Asking.json(answer).get("message").asText()).startsWith(message);
    }

    @Test
    void messagesAreEscapedOutsideABulkRequest() {
        String alone =
                Asking.json(api.ask(Access.ADMIN, "<b>.x")).get("message").asText();
        String inside = api.read("API.getBulkRequest", "urls[0]", "method=%3Cb%3E.x")
                .get(0)
                .get("message")
                .asText();

        assertThat(alone).startsWith("The plugin &lt;b&gt; is not enabled.").contains("Settings &gt; Plugins");
        assertThat(inside).startsWith("The plugin <b> is not enabled.").contains("Settings > Plugins");
    }

    @Test
    void membersOfABulkRequestStandInTheOrderOfTheirNumbersAndTakeWhatTheyLackFromIt() {
        var answer = api.read(
                "API.getBulkRequest",
                "urls[10]",
                "method=API.getMatomoVersion",
                "urls[2]",
                "?method=Probe.get&date=2026-11-01",
                "urls[0]",
                "method=API.getBulkRequest&urls[0]=x",
                "urls[3]",
                "method=Probe.get&idSite=9");

        assertThat(answer).hasSize(4);
        assertThat(answer.get(0).get("message").asText())
                .startsWith("The sandbox does not compute a bulk request inside");
        assertThat(answer.get(1)).hasSize(1);
        assertThat(answer.get(2).get("message").asText()).contains("set to '9'");
        assertThat(answer.get(3).get("value").asText()).isEqualTo("5.0.2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Probe.get", "Live.getLastVisitsDetails", "Goals.getGoals", "SitesManager.getSiteFromId"})
    void withoutATokenNothingOfASiteIsTold(String method) {
        ApiAnswer answer = api.ask(Access.NONE, method);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(Asking.json(answer).get("message").asText())
                .isEqualTo("You can't access this resource as it requires 'view' access for the website id = 1.");
        assertThat(api.ask(Access.NONE, method, "idSite", "all").status()).isEqualTo(401);
        assertThat(Asking.json(api.ask(Access.NONE, "API.getBulkRequest", "urls[0]", "method=" + method))
                        .get(0)
                        .get("result")
                        .asText())
                .isEqualTo("error");
    }

    @Test
    void aTokenThatIsRefusedIsToldSoWhateverWasAsked() {
        ApiAnswer inBody = api.ask(Access.REJECTED, "No.such");
        ApiAnswer inQuery = api.ask(Access.REJECTED_IN_QUERY, "No.such");

        assertThat(inBody.status()).isEqualTo(401);
        assertThat(inBody.body()).contains("It is either invalid or expired.");
        assertThat(inQuery.body()).contains("required to be sent as a POST parameter.");
    }

    @Test
    void oneColumnOfARecordIsAValueAndInASeriesBare() {
        assertThat(api.read("API.isPluginActivated", "pluginName", "Live")
                        .get("value")
                        .asBoolean())
                .isTrue();
        assertThat(api.read("API.isPluginActivated", "pluginName", "Funnels")
                        .get("value")
                        .asBoolean(true))
                .isFalse();
    }
}
