package io.opalmind.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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

        assertThat(String.join(" ", found)).isEqualTo(numbers);
    }

    @Test
    void tenVisitsAreTheDefault() {
        var visits = new io.opalmind.sandbox.visits.Visit[12];
        for (int i = 0; i < visits.length; i++) {
            visits[i] = Made.visit(i + 1, "2026-11-01T10:00:0" + i % 10 + "Z").done();
        }

        assertThat(new Asking(visits).read(LOG)).hasSize(10);
    }

    @Test
    void anActionIsFoundByItsPageViewAndTime() {
        JsonNode action = api.read(LOG, "segment", "visitId==3")
                .get(0)
                .get("actionDetails")
                .get(0);

        assertThat(action.get("type").asText()).isEqualTo("action");
        assertThat(action.get("idpageview").asText()).isEqualTo("abc123");
        assertThat(action.get("timestamp").asLong()).isEqualTo(1793534400);
    }

    @Test
    void actionsAreLeftOutOnRequestAndAddressesMasked() {
        JsonNode visit = api.read(LOG, "doNotFetchActions", "1").get(0);

        assertThat(visit.has("actionDetails")).isFalse();
        assertThat(visit.get("lastActionTimestamp").asLong()).isEqualTo(1793534400);
        assertThat(visit.get("visitIp").asText()).isEqualTo("192.0.0.0");
    }

    @Test
    void timesAreThoseOfTheSitesZone() {
        JsonNode visit = api.read(LOG, "idSite", "2").get(0);

        assertThat(visit.get("lastActionDateTime").asText()).isEqualTo("2026-11-01 07:30:00");
        assertThat(visit.get("visitServerHour").asText()).isEqualTo("7");
    }
}
