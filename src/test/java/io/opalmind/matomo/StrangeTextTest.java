package io.opalmind.matomo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoExtension;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Labels that a visitor may have typed, on their way through the cache. */
@ExtendWith(MatomoExtension.class)
class StrangeTextTest {
    private static final Ask DEVICES = Ask.of(ReportName.DEVICE_TYPES);
    private static final String KEY =
            "{\"feature\":\"deviceTypes\",\"input\":{\"siteId\":1,\"period\":\"range\",\"date\":\"last30\"}}";

    private FakeMatomo matomo;
    private Client client;

    @BeforeEach
    void open(FakeMatomo fresh) {
        matomo = fresh;
        client = new Client(fresh);
    }

    @Test
    void emoji_is_kept_as_the_sdk_keeps_it() throws IOException {
        matomo.answer("DevicesDetection.getType", "[{\"label\":\"\\ud83d\\ude00 ü\"}]");
        client.ask(DEVICES);
        String stored = client.stored(KEY);
        assertTrue(stored != null && stored.contains("\"value\":[{\"label\":\"😀 ü\"}]"), stored);
    }

    @Test
    void half_a_pair_of_surrogates_passes_and_is_kept() throws IOException {
        matomo.answer("DevicesDetection.getType", "[{\"label\":\"\\ud83d!\"}]");
        String fresh = client.ask(DEVICES).json().toString();
        assertEquals(
                "{\"label\":\"\ud83d!\"}", client.ask(DEVICES).json().get(0).toString());
        assertEquals(fresh, client.ask(DEVICES).json().toString());
        assertEquals(1, client.requests("DevicesDetection.getType"));
    }

    @Test
    void answer_that_nests_too_deep_to_be_written_is_no_answer() {
        String deep = "[".repeat(990) + "]".repeat(990);
        matomo.answer("Referrers.getCampaigns", "[{\"label\":\"a\",\"goals\":" + deep + "}]");
        MatomoException refused = assertThrows(MatomoException.class, () -> client.ask(Ask.of(ReportName.CAMPAIGNS)));
        assertEquals(ErrorKind.BAD_ANSWER, refused.kind());
    }

    @Test
    void infinite_numbers_are_summed_to_null() throws IOException {
        matomo.answer("Goals.get", "{\"2026-11-23\":{\"revenue\":1e999},\"2026-11-24\":{\"revenue\":\"1\"}}");
        Ask totals = Ask.of(ReportName.ECOMMERCE_REVENUE_TOTALS).time("day", "last2");
        assertTrue(client.ask(totals).json().at("/totals/revenue").isNull());
    }
}
