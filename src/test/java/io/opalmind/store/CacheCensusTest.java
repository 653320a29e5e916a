package io.opalmind.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheCensusTest {
    private final CacheCensus census = new CacheCensus(feature -> !feature.equals("site"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"feature\":\"popularUrls\",\"input\":{}} | popularUrls",
                "{\"feature\":\"a b\",\"input\":{}} | ''",
                "{\"feature\":\"\",\"input\":{}} | ''",
                "{\"feature\":\"popularUrls | ''",
                "{\"input\":{},\"feature\":\"popularUrls\"} | ''",
                "anything | ''",
                "'' | ''",
            })
    void feature_is_read_from_the_key(String key, String feature) {
        assertEquals(feature, CacheCensus.feature(key));
    }

    @Test
    void entries_are_counted_by_feature_and_in_total() {
        census.entry("{\"feature\":\"events\",\"input\":1}", 100, 5000);
        census.entry("{\"feature\":\"events\",\"input\":2}", 50, 9000);
        census.entry("{\"feature\":\"campaigns\",\"input\":1}", 7, CacheSurvey.NO_END);
        assertEquals(Set.of("campaigns", "events"), census.byFeature().keySet());
        Holdings events = census.byFeature().get("events");
        assertEquals(2, events.entries());
        assertEquals(150, events.bytes());
        assertEquals(5000, events.spread().min());
        assertEquals(9000, events.latest().timeToLive());
        census.entry("{\"feature\":\"site\",\"input\":1}", 1000, 86_400_000);
        census.entry("of someone else", 2000, CacheSurvey.NO_END);
        assertEquals(2, census.others().entries());
        assertEquals(3000, census.others().bytes());
        assertEquals(3, census.total().entries());
        assertEquals(157, census.total().bytes());
        assertEquals(1, census.total().endless());
        assertNull(census.byFeature().get("campaigns").soonest());
        assertTrue(census.byFeature().get("campaigns").spread().isEmpty());
    }

    @Test
    void features_of_strangers_do_not_fill_the_memory() {
        for (int i = 0; i < 100_000; i++) {
            census.entry("{\"feature\":\"f" + i + "\"", 1, 1);
        }
        assertEquals(100_000, census.total().entries() + census.others().entries());
        assertTrue(census.byFeature().size() <= 200, census.byFeature().size() + " features");
    }
}
