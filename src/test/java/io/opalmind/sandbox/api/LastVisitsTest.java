package io.opalmind.sandbox.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.sandbox.visits.Visit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The visits log; the present moment is 03:30 UTC on 2 November, still the evening before in New York. */
class LastVisitsTest {
    private static final String LOG = "Live.getLastVisitsDetails";

    private final Asking api = new Asking(
            Made.visit(1, "2026-10-30T12:00:00Z")
                    .page("https://example.com/a", "A")
                    .done(),
            Made.visit(2, "2026-11-01T03:00:00Z")
                    .page("https://example.com/b", "B")
                    .done(),
            Made.visit(3, "2026-11-01T12:00:00Z")
                    .page("https://example.com/c", "C")
                    .done(),
            Made.visit(4, "2026-11-02T03:29:00Z")
                    .page("https://example.com/d", "D")
                    .done(),
            Made.visit(Made.BLOG, 5, "2026-11-01T12:30:00Z")
                    .page("https://example.com/e", "E")
                    .done());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            period= date=                                | 4 3 2 1
            period= date= filter_limit=1                 | 4
            period= date= filter_limit=2 filter_offset=1 | 3 2
            period= date= filter_sort_order=asc filter_limit=2 | 1 2
            period= date= filter_limit=-1 filter_offset=3 | 1
            period= date= countVisitorsToFetch=2         | 4 3
            period= date= minTimestamp=1793534400        | 4
            period= date= minTimestamp=1793534399        | 4 3
            period= date= segment=pageUrl=@/b            | 2
            date=2026-11-01                              | 3 2
            date=last2                                   | 4 3
            date=today                                   | 4 3 2
            date=2026-11-02                              | 4 3 2
            period=week date=today                       | 4 3 2 1
            period=range date=2026-11-02,today           | 4
            date=yesterday                               | 3 2
            period=range date=2026-10-30,2026-11-01      | 3 2 1
            idSite=1,2                                   | 5 3 2
            idSite=all period= date= filter_limit=3      | 4 5 3
            """)
    void visits(String asked, String numbers) {
        List<String> parameters = new ArrayList<>();
        for (String one : asked.split(" ")) {
            int equals = one.indexOf('=');
            parameters.add(one.substring(0, equals));
            parameters.add(one.substring(equals + 1));
        }
        List<String> found = new ArrayList<>();
        api.read(LOG, parameters.toArray(String[]::new))
                .forEach(visit -> found.add(visit.get("idVisit").asText()));

        assertEquals(numbers, String.join(" ", found));
    }

    @Test
    void ten_visits_are_the_default() {
        Visit[] visits = new Visit[12];
        for (int i = 0; i < visits.length; i++) {
            visits[i] = Made.visit(i + 1, "2026-11-01T10:00:0" + i % 10 + "Z").done();
        }

        assertEquals(10, new Asking(visits).read(LOG).size());
    }

    @Test
    void an_action_is_found_by_its_page_view_and_time() {
        JsonNode action = api.read(LOG, "segment", "visitId==3")
                .get(0)
                .get("actionDetails")
                .get(0);

        assertEquals("action", action.get("type").asText());
        assertEquals("abc123", action.get("idpageview").asText());
        assertEquals(1793534400, action.get("timestamp").asLong());
    }

    @Test
    void actions_are_left_out_on_request_and_addresses_masked() {
        JsonNode visit = api.read(LOG, "doNotFetchActions", "1").get(0);

        assertFalse(visit.has("actionDetails"));
        assertEquals(1793534400, visit.get("lastActionTimestamp").asLong());
        assertEquals("192.0.0.0", visit.get("visitIp").asText());
    }

    @Test
    void times_are_those_of_the_sites_zone() {
        JsonNode visit = api.read(LOG, "idSite", "2").get(0);

        assertEquals("2026-11-01 07:30:00", visit.get("lastActionDateTime").asText());
        assertEquals("7", visit.get("visitServerHour").asText());
    }
}
