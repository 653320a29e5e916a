package io.opalmind.matomo.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What Matomo took is let pass, and arrives as it was. */
class RecordedHitsTest {
    @Test
    void every_recorded_hit_is_let_pass() throws IOException {
        List<NamedHit> hits = RecordedHits.all();
        assertEquals(2044, hits.size());
        for (NamedHit recorded : hits) {
            assertEquals(List.of(), recorded.faults());
            assertEquals(List.of(), HitChecks.of(recorded.hit(), RecordedHits.NOW), recorded.hit()::query);
            assertNull(recorded.kind(), "these are Matomo's names");
        }
    }

    @Test
    void every_recorded_hit_survives_the_query_string() throws IOException {
        for (NamedHit recorded : RecordedHits.all()) {
            assertEquals(
                    List.copyOf(recorded.hit().parameters().entrySet()),
                    List.copyOf(Hit.ofQuery(recorded.hit().query()).parameters().entrySet()));
        }
    }

    @Test
    void every_recorded_hit_is_prepared_without_changing_what_it_says() throws IOException {
        HitPreparation preparation = new HitPreparation("0123456789ab");
        for (NamedHit recorded : RecordedHits.all()) {
            PreparedHit prepared = preparation.prepare(null, recorded.hit(), null, RecordedHits.NOW);
            assertEquals(recorded.hit().parameters(), prepared.hit().parameters());
            assertEquals(recorded.hit().get("cdt") + "000", "" + prepared.kept().happenedAt());
            assertEquals("cip", HitChecks.needsToken(prepared.hit(), RecordedHits.NOW));
        }
    }

    @Test
    void recorded_hits_are_of_the_kinds_that_they_were_sent_as() throws IOException {
        Map<HitKind, Integer> kinds = new TreeMap<>();
        for (NamedHit recorded : RecordedHits.all()) {
            kinds.merge(HitKind.of(recorded.hit()), 1, Integer::sum);
        }
        assertEquals(
                new TreeMap<>(Map.of(
                        HitKind.PAGEVIEW,
                        1544,
                        HitKind.EVENT,
                        239,
                        HitKind.SEARCH,
                        76,
                        HitKind.ORDER,
                        49,
                        HitKind.OUTLINK,
                        48,
                        HitKind.DOWNLOAD,
                        36,
                        HitKind.GOAL,
                        32,
                        HitKind.CART,
                        20)),
                kinds);
    }
}
