package io.opalmind.matomo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoExtension;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Events by action and name: Matomo filters by label before it cuts, and what slips through is dropped here. */
@ExtendWith(MatomoExtension.class)
class EventFilterTest {
    private Client client;

    @BeforeEach
    void open(FakeMatomo matomo) {
        matomo.on("Events.getAction", EventFilterTest::asMatomoFilters);
        client = new Client(matomo);
    }

    /** As Matomo's DataTable filter: it quotes slashes itself and does not look at case. */
    private static String asMatomoFilters(Map<String, String> params) {
        JsonNode all = Sdk.resource("/matomo-5.0.2/events-action.range-last30.body.json");
        String pattern = params.getOrDefault("filter_pattern", "");
        Pattern regex = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        var kept = Client.MAPPER.createArrayNode();
        int limit = Integer.parseInt(params.get("filter_limit"));
        for (JsonNode row : all) {
            if (regex.matcher(row.get("label").textValue()).find() && (limit < 0 || kept.size() < limit)) {
                kept.add(row);
            }
        }
        return kept.toString();
    }

    private List<String> labels(@Nullable String action, @Nullable String name) throws IOException {
        List<String> labels = new ArrayList<>();
        client.ask(Ask.of(ReportName.EVENTS).events(null, action, name))
                .json()
                .forEach(row -> labels.add(row.get("label").textValue()));
        return labels;
    }

    @Test
    void action_chooses_events() throws IOException {
        assertEquals(List.of("play - player", "play - hero", "play - footer"), labels("play", null));
        assertEquals("label", client.lastParam("Events.getAction", "filter_column"));
        assertEquals("^play( - |$)", client.lastParam("Events.getAction", "filter_pattern"));
    }

    @Test
    void name_chooses_events() throws IOException {
        assertEquals(List.of("play - hero", "scroll - hero", "click - hero"), labels(null, "HERO"));
        assertEquals(" - HERO$", client.lastParam("Events.getAction", "filter_pattern"));
    }

    @Test
    void action_and_name_choose_one() throws IOException {
        assertEquals(List.of("click - footer"), labels("click", "footer"));
        assertEquals("^click - footer$", client.lastParam("Events.getAction", "filter_pattern"));
    }

    @Test
    void event_without_a_name_is_found_by_its_action() throws IOException {
        assertEquals(List.of("y"), labels("y", null));
    }

    @Test
    void limit_counts_the_chosen_events_alone() throws IOException {
        Client.Answer two = client.ask(
                Ask.of(ReportName.EVENTS).events(null, "scroll", null).limit(2));
        assertEquals(2, two.json().size());
        assertTrue(two.result().cut());
    }

    @Test
    void what_has_a_meaning_in_patterns_is_quoted() throws IOException {
        labels("a.b*(c)/d", "50% \\ [x]");
        assertEquals("^a\\.b\\*\\(c\\)/d - 50% \\\\ \\[x\\]$", client.lastParam("Events.getAction", "filter_pattern"));
        labels("R&D <b>", null);
        assertEquals("^R.{1,6}D .{1,6}b.{1,6}( - |$)", client.lastParam("Events.getAction", "filter_pattern"));
    }

    /** The SDK keeps all events under the key of those that were asked for. */
    @Test
    void events_of_the_sdk_are_filtered_when_they_come_from_the_cache() throws IOException {
        Ask ask = Ask.of(ReportName.EVENTS).events(null, "play", "hero");
        String record = Sdk.records().entrySet().stream()
                .filter(entry -> entry.getKey().contains("\"events\""))
                .findFirst()
                .orElseThrow()
                .getValue();
        client.keep(Sdk.key(ask), record);
        JsonNode rows = client.ask(ask).json();
        assertEquals(1, rows.size());
        assertEquals("play - hero", rows.get(0).get("label").textValue());
        assertEquals(0, client.requests("Events.getAction"));
    }

    @Test
    void category_changes_nothing_and_the_user_is_told_how_to_narrow_down() throws IOException {
        Ask ask = Ask.of(ReportName.EVENTS).events("CTA", null, null);
        String fetched = client.ask(ask).result().notice();
        assertTrue(fetched.contains("--segment 'eventCategory==CTA'"), fetched);
        assertNull(client.lastParam("Events.getAction", "filter_pattern"));
        assertEquals("CTA", client.lastParam("Events.getAction", "eventCategory"));
        assertEquals(fetched, client.ask(ask).result().notice(), "from the cache");
        assertEquals(1, client.requests("Events.getAction"));
    }
}
