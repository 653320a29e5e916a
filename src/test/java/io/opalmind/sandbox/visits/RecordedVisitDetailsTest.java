package io.opalmind.sandbox.visits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.sandbox.Dataset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single visits, against what the real Matomo's visits log tells of them. */
class RecordedVisitDetailsTest {
    private static final VisitLog LOG = Dataset.visits();

    @ParameterizedTest
    @ValueSource(strings = {"visits.by-visitor", "visits.first", "visits.offset", "visits.min-timestamp"})
    void visit_is_the_recorded_one(String name) {
        JsonNode recorded = Dataset.json("exchanges/" + name + ".body.json");
        assertTrue(recorded.size() > 0);
        for (JsonNode visit : recorded) {
            Instant last =
                    Instant.ofEpochSecond(visit.path("lastActionTimestamp").asLong());
            List<Visit> found = LOG.visits(visit.path("idSite").asInt(), last, last.plusSeconds(1));
            assertEquals(1, found.size());
            assertEquals(theirs(visit), ours(found.get(0)));
        }
    }

    private static List<Object> theirs(JsonNode visit) {
        List<Object> facts = new ArrayList<>();
        facts.add(visit.path("visitorId").asText());
        facts.add(visit.path("visitIp").asText());
        facts.add(visit.path("firstActionTimestamp").asLong());
        facts.add(visit.path("visitDuration").asInt());
        facts.add(visit.path("actions").asInt());
        facts.add(visit.path("visitCount").asInt());
        facts.add(!visit.path("visitorType").asText().equals("new"));
        facts.add(visit.path("referrerType").asText());
        facts.add(text(visit.path("referrerName")));
        facts.add(keyword(visit));
        facts.add(text(visit.path("referrerUrl")));
        facts.add(visit.path("deviceType").asText());
        facts.add(visit.path("resolution").asText());
        return facts;
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asText();
    }

    private static String keyword(JsonNode visit) {
        String keyword = text(visit.path("referrerKeyword"));
        return keyword.equals("Keyword not defined") ? "" : keyword;
    }

    private static List<Object> ours(Visit visit) {
        Referrer referrer = visit.referrer();
        return List.of(
                visit.visitorId(),
                visit.ip(),
                visit.firstAction().getEpochSecond(),
                visit.length(),
                visit.interactions(),
                visit.count(),
                visit.returning(),
                referrer.type().segment(),
                referrer.name(),
                referrer.keyword(),
                referrer.url(),
                visit.deviceType(),
                visit.resolution());
    }
}
