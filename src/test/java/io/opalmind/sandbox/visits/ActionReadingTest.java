package io.opalmind.sandbox.visits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hit does, and what is kept of it. */
class ActionReadingTest {
    private static final String PAGE = "rec=1&url=https%3A%2F%2Fexample.com%2Fa%3Fmtm_campaign%3Dx&pv_id=abcdef";

    private static Action read(String query) {
        Action action = ActionReading.read(Trial.hit(query, true), Trial.NOW);
        if (action == null) {
            throw new AssertionError("no action: " + query);
        }
        return action;
    }

    @ParameterizedTest
    @CsvSource({
        "action_name=A, PAGEVIEW",
        "x=1, PAGEVIEW",
        "search=hat, SITE_SEARCH",
        "search=hat&c_n=Banner, CONTENT",
        "c_n=Banner&e_c=c&e_a=a, EVENT",
        "e_c=c&e_a=a&link=https://example.net/, OUTLINK",
        "link=https://example.net/&download=https://example.com/a.zip, DOWNLOAD"
    })
    void kind_is_the_first_of_several(String query, ActionKind kind) {
        assertEquals(kind, read(PAGE + "&" + query).kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"idgoal=1", "idgoal=0&ec_id=A", "idgoal=0", "ping=1"})
    void conversions_and_pings_are_no_actions(String query) {
        assertNull(ActionReading.read(Trial.hit(PAGE + "&action_name=A&" + query, true), Trial.NOW));
    }

    @Test
    void page_is_kept() {
        assertEquals(
                new Action(
                        ActionKind.PAGEVIEW,
                        Trial.NOW,
                        "https://example.com/a",
                        "A title",
                        "abcdef",
                        null,
                        null,
                        0,
                        false),
                read(PAGE + "&action_name=+A+title%0A"));
        assertEquals("", read("rec=1&action_name=A").url());
        assertTrue(read(PAGE + "&pf_net=12").timed());
    }

    @Test
    void event_is_kept_with_its_page() {
        Action event = read(PAGE + "&e_c=Video&e_a=play&e_n=Hero&e_v=2.5&ca=1&action_name=A");
        assertEquals("https://example.com/a", event.url());
        assertNull(event.title());
        assertEquals(new Action.Event("Video", "play", "Hero", 2.5), event.event());
        assertEquals(
                new Action.Event("Video", "play", null, null),
                read(PAGE + "&e_c=Video&e_a=play&e_v=abc").event());
    }

    @Test
    void target_is_kept_as_sent() {
        assertEquals(
                "https://example.net/?mtm_campaign=x#y",
                read(PAGE + "&link=https%3A%2F%2Fexample.net%2F%3Fmtm_campaign%3Dx%23y")
                        .url());
        assertEquals("", read(PAGE + "&link=nowhere").url());
    }

    @Test
    void search_is_kept() {
        Action search = read(PAGE + "&search=Blue+hat&search_cat=Shop&search_count=3");
        assertEquals(new Action.Search("Blue hat", "Shop", 3), search.search());
        assertEquals("https://example.com/a", search.url());
        assertEquals(
                new Action.Search("hat", null, null),
                read("rec=1&search=hat&search_count=-1").search());
    }

    @ParameterizedTest
    @ValueSource(strings = {"q", "query", "s", "search", "searchword", "k", "keyword", "Q"})
    void search_is_told_by_the_address(String name) {
        Action action = read("rec=1&url=https%3A%2F%2Fexample.com%2Ffind%3Fx%3D1%26" + name + "%3DBlue%2Bhat");
        assertEquals(ActionKind.SITE_SEARCH, action.kind());
        assertEquals(new Action.Search("Blue hat", null, null), action.search());
        assertEquals("https://example.com/find?x=1", action.url());
    }
}
