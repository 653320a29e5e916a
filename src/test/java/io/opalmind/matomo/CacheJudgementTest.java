package io.opalmind.matomo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.store.CacheCounters;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoExtension;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which records are served and which are not; none is ever taken away by reading. */
@ExtendWith(MatomoExtension.class)
class CacheJudgementTest {
    private static final Ask PAGES = Ask.of(ReportName.POPULAR_URLS).limit(2);
    private static final String KEY = Sdk.key(PAGES);
    private static final String FEATURE = "popularUrls";
    private static final long LATER = 1_795_600_000_000L;
    private static final String ROWS = "[{\"label\":\"a\"}]";
    private static final String GOOD = record(FEATURE, ROWS, String.valueOf(LATER));

    private Client client;

    @BeforeEach
    void open(FakeMatomo matomo) {
        client = new Client(matomo);
    }

    private static String record(String feature, String value, String expiresAt) {
        return "{\"feature\":\"" + feature + "\",\"value\":" + value + ",\"expiresAt\":" + expiresAt + "}";
    }

    @Test
    void good_record_is_served() throws IOException {
        client.keep(KEY, GOOD);
        assertEquals(ROWS, client.ask(PAGES).text());
        assertEquals(new CacheCounters(1, 0, 0, 0), client.counters(FEATURE));
        assertEquals(0, client.requests("Actions.getPageUrls"));
    }

    static List<String> useless() {
        return List.of(
                "",
                "null",
                "[]",
                "{}",
                "\uFEFF" + GOOD,
                GOOD + "x",
                GOOD.substring(0, GOOD.length() - 1),
                GOOD.substring(0, GOOD.length() / 2),
                GOOD.replace("\"value\"", "\"other\""),
                record("entryPages", ROWS, String.valueOf(LATER)),
                record(FEATURE, ROWS, "\"" + LATER + "\""),
                record(FEATURE, "{\"label\":\"a\"}", String.valueOf(LATER)),
                record(FEATURE, "[1]", String.valueOf(LATER)),
                record(FEATURE, "[{\"label\":\"a\"},null]", String.valueOf(LATER)),
                record(FEATURE, "\"text\"", String.valueOf(LATER)),
                record(FEATURE, "[".repeat(2000) + "]".repeat(2000), String.valueOf(LATER)),
                GOOD.substring(0, GOOD.length() - 1) + ",\"origin\":7}");
    }

    @ParameterizedTest
    @MethodSource("useless")
    void damaged_record_or_one_of_another_shape_is_a_miss_and_renewed(String record) throws IOException {
        client.use(ReportCache.Use.READ_AND_WRITE).keep(KEY, record);
        assertEquals(2, client.ask(PAGES).json().size(), "asked of Matomo");
        assertEquals(new CacheCounters(0, 1, 1, 0), client.counters(FEATURE));
        assertTrue(client.warnings.isEmpty(), client.warnings.toString());
        client.ask(PAGES);
        assertEquals(new CacheCounters(1, 1, 1, 0), client.counters(FEATURE));
    }

    @ParameterizedTest
    @MethodSource("useless")
    void looking_at_a_useless_record_leaves_it_where_it_is(String record, FakeMatomo matomo) {
        client.keep(KEY, record);
        client.client().query(PAGES.query());
        assertEquals(record, client.stored(KEY));
        assertEquals(0, matomo.requests().size());
    }

    @Test
    void expired_record_is_a_miss_and_a_stale_eviction() throws IOException {
        client.keep(KEY, record(FEATURE, ROWS, String.valueOf(client.clock.millis() - 1)));
        client.client().query(PAGES.query());
        assertEquals(new CacheCounters(0, 1, 0, 1), client.counters(FEATURE));
        assertTrue(client.stored(KEY).contains("\"a\""), "still there");
        assertEquals(2, client.ask(PAGES).json().size());
        assertEquals(new CacheCounters(0, 2, 1, 2), client.counters(FEATURE));
    }

    @Test
    void record_is_good_for_its_time_to_live_and_no_longer() throws IOException {
        client.ask(PAGES);
        client.clock.move(Duration.ofSeconds(60));
        client.ask(PAGES);
        assertEquals(1, client.requests("Actions.getPageUrls"));
        client.clock.move(Duration.ofMillis(1));
        client.ask(PAGES);
        assertEquals(2, client.requests("Actions.getPageUrls"));
        assertEquals(new CacheCounters(1, 2, 2, 1), client.counters(FEATURE));
    }

    @Test
    void record_of_another_matomo_is_a_miss_with_one_warning() throws IOException {
        client.origin("ffffffffffff").ask(PAGES);
        String theirs = client.stored(KEY);
        client.origin(Client.ORIGIN).client().query(PAGES.query());
        assertEquals(theirs, client.stored(KEY));
        assertEquals(new CacheCounters(0, 2, 1, 0), client.counters(FEATURE));
        assertEquals(1, client.warnings.size(), client.warnings.toString());
        assertTrue(client.warnings.get(0).contains("REDIS_CACHE_PREFIX"), client.warnings.get(0));
    }

    /** Site and report are both from there: two look-ups, one thing to say. */
    @Test
    void several_records_of_another_matomo_are_one_warning() throws IOException {
        Ask campaigns = Ask.of(ReportName.CAMPAIGNS);
        client.origin("ffffffffffff").ask(campaigns);
        client.origin(Client.ORIGIN).ask(campaigns);
        assertEquals(1, client.warnings.size(), client.warnings.toString());
    }

    @Test
    void series_that_the_sdk_kept_without_dates_is_a_miss() throws IOException {
        Ask channels = Ask.of(ReportName.TRAFFIC_CHANNELS).time("day", "last7");
        client.keep(Sdk.key(channels), record("trafficChannels", ROWS, String.valueOf(LATER)));
        assertTrue(client.ask(channels).text().startsWith("[{\"date\":\"2026-11-18\""));
    }

    @Test
    void refreshing_writes_without_reading() throws IOException {
        client.keep(KEY, GOOD);
        assertEquals(2, client.use(ReportCache.Use.WRITE).ask(PAGES).json().size());
        assertEquals(new CacheCounters(0, 0, 1, 0), client.counters(FEATURE));
        client.use(ReportCache.Use.READ_AND_WRITE).ask(PAGES);
        assertEquals(1, client.requests("Actions.getPageUrls"));
    }

    @Test
    void no_cache_neither_reads_nor_writes_nor_counts() throws IOException {
        client.keep(KEY, GOOD);
        assertEquals(2, client.use(ReportCache.Use.NONE).ask(PAGES).json().size());
        assertEquals(GOOD, client.stored(KEY));
        assertEquals(CacheCounters.NONE, client.counters(FEATURE));
    }
}
