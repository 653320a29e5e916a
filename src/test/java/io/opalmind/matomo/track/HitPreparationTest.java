package io.opalmind.matomo.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HitPreparationTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.250Z");
    private static final HitPreparation PREPARATION = new HitPreparation("0123456789ab");

    private static PreparedHit prepare(HitKind kind, String query, String key) {
        return PREPARATION.prepare(kind, Hit.ofQuery(query), key, NOW);
    }

    private static String fingerprint(String query) {
        return PREPARATION.prepare(null, Hit.ofQuery(query), null, NOW).kept().fingerprint();
    }

    @Test
    void parameters_stand_in_the_sdks_order_and_the_rest_behind() {
        PreparedHit hit = prepare(
                HitKind.EVENT,
                "dimension1=x&e_v=2&e_a=play&e_c=Video&ca=1&lang=de&uid=ann&url=https://example.com/&idsite=3&pv_id=aaaaaa",
                "k");
        assertEquals(
                "idsite=3&rec=1&apiv=1&send_image=0&url=https%3A%2F%2Fexample.com%2F&uid=ann&lang=de&pv_id=aaaaaa&e_c=Video"
                        + "&e_a=play&e_v=2&dimension1=x&ca=1",
                hit.kept().query());
        assertEquals("3/uid=ann", hit.kept().visitor());
        assertEquals(NOW.toEpochMilli(), hit.kept().happenedAt());
    }

    @Test
    void page_view_is_called_by_its_url_where_it_has_no_title() {
        String url = "https://example.com/";
        assertEquals(
                url, prepare(HitKind.PAGEVIEW, "idsite=1&url=" + url, "k").hit().get("action_name"));
        assertEquals(
                "Home",
                prepare(HitKind.PAGEVIEW, "idsite=1&action_name=Home&url=" + url, "k")
                        .hit()
                        .get("action_name"));
        assertNull(prepare(HitKind.EVENT, "idsite=1&url=" + url, "k").hit().get("action_name"));
        assertNull(PREPARATION
                .prepare(null, Hit.ofQuery("idsite=1&url=" + url), "k", NOW)
                .hit()
                .get("action_name"));
    }

    @Test
    void same_key_gives_the_same_page_view_id() {
        String first = prepare(HitKind.EVENT, "idsite=1", "job-17").pvId();
        assertTrue(ParameterChecks.isAlphanumeric("" + first, 6), first);
        assertEquals(first, prepare(HitKind.EVENT, "idsite=1", "job-17").pvId());
        assertNotEquals(first, prepare(HitKind.EVENT, "idsite=1", "job-18").pvId());
        assertNull(prepare(HitKind.PING, "idsite=1&ping=1", "job-17").pvId());
    }

    @Test
    void key_of_its_own_is_made() {
        String first = prepare(HitKind.EVENT, "idsite=1", null).kept().key();
        assertTrue(IpAddresses.isHex(first, 32, 32), first);
        assertNotEquals(first, prepare(HitKind.EVENT, "idsite=1", null).kept().key());
        assertEquals(
                "job-17", prepare(HitKind.EVENT, "idsite=1", "job-17").kept().key());
    }

    @Test
    void sdks_page_view_id_is_cut_and_that_is_told() {
        PreparedHit cut = prepare(HitKind.PAGEVIEW, "idsite=1&pv_id=0123456789abcdef", "k");
        assertEquals("012345", cut.pvId());
        assertEquals("0123456789abcdef", cut.cutPvId());
        PreparedHit whole = prepare(HitKind.PAGEVIEW, "idsite=1&pv_id=aB3dE6", "k");
        assertEquals("aB3dE6", whole.pvId());
        assertNull(whole.cutPvId());
    }

    @ParameterizedTest
    @CsvSource({
        "cdt=2026-11-24T12:00:00%2B01:00, 1795518000",
        "cdt=1795518000123, 1795518000",
        "cdt=1795518000, 1795518000",
        "cdt=1795518000&cdo=100, 1795517900",
        "cdo=60, 1795521540"
    })
    void time_is_sent_in_seconds(String time, String seconds) {
        PreparedHit hit = prepare(HitKind.EVENT, "idsite=1&" + time, "k");
        assertEquals(seconds, hit.hit().get("cdt"));
        assertEquals(Long.parseLong(seconds), hit.kept().happenedAt() / 1000);
        assertNull(hit.hit().get("cdo"));
    }

    @Test
    void matomo_is_told_what_it_would_not_read_right() {
        Map<String, String> sent = prepare(HitKind.EVENT, "idsite=1&country=DE&lat=0&long=0", "k")
                .hit()
                .parameters();
        assertEquals(List.of("de", "0.0", "0.0"), List.of(sent.get("country"), sent.get("lat"), sent.get("long")));
    }

    @Test
    void same_hit_has_the_same_fingerprint() {
        String print = fingerprint("idsite=1&e_c=a&e_a=b&cdt=1795518000");
        assertTrue(IpAddresses.isHex(print, 16, 16), print);
        assertEquals(print, fingerprint("cdt=2026-11-24T11:00:00Z&e_a=b&e_c=a&idsite=1"));
        assertEquals(print, fingerprint("idsite=1&rec=1&apiv=1&send_image=0&rand=7&e_c=a&e_a=b&cdt=1795518000"));
    }

    @Test
    void fingerprint_does_not_change_with_the_time_of_sending() {
        for (String query : List.of("idsite=1&url=https://example.com/", "idsite=1&cdo=60")) {
            String later = PREPARATION
                    .prepare(null, Hit.ofQuery(query), "other", NOW.plusSeconds(3600))
                    .kept()
                    .fingerprint();
            assertEquals(fingerprint(query), later);
        }
    }

    @Test
    void other_hit_has_another_fingerprint() {
        String print = fingerprint("idsite=1&e_c=a&e_a=b");
        for (String other : List.of(
                "idsite=2&e_c=a&e_a=b",
                "idsite=1&e_c=a&e_a=c",
                "idsite=1&e_c=a%26e_a%3Db",
                "idsite=1&e_c=a&e_a=b&cdt=1795518000")) {
            assertNotEquals(print, fingerprint(other), other);
        }
        assertNotEquals(
                print,
                new HitPreparation("ba9876543210")
                        .prepare(null, Hit.ofQuery("idsite=1&e_c=a&e_a=b"), null, NOW)
                        .kept()
                        .fingerprint());
    }

    @Test
    void hit_without_site_cannot_be_prepared() {
        assertThrows(IllegalArgumentException.class, () -> prepare(HitKind.EVENT, "e_c=a&e_a=b", "k"));
    }
}
