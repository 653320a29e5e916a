package io.opalmind.testing.matomo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(MatomoExtension.class)
class TrackingFakeTest {
    private static final String HIT = "idsite=1&rec=1&url=https%3A%2F%2Fexample.com%2F";

    private FakeMatomo matomo;

    @BeforeEach
    void take(FakeMatomo fresh) {
        matomo = fresh;
    }

    private PlainClient.Response send(String hit) throws IOException {
        return PlainClient.send(PlainClient.connect(matomo.url("matomo.php")), hit + "&send_image=0");
    }

    private PlainClient.Response sendAs(String token, String hit) throws IOException {
        return send(hit + "&token_auth=" + token);
    }

    private PlainClient.Response bulk(String token, String... hits) throws IOException {
        ObjectNode json = Json.NODES.objectNode().put("token_auth", token);
        ArrayNode requests = json.putArray("requests");
        for (String hit : hits) {
            requests.add("?" + hit);
        }
        return PlainClient.send(PlainClient.connect(matomo.url("piwik.php")), Json.write(json));
    }

    @Test
    void stored_hits_can_be_asked() throws IOException {
        matomo.clock(Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC));
        sendAs(FakeMatomo.ADMIN_TOKEN, HIT + "&e_c=c%26d&e_a=a");
        bulk(FakeMatomo.WRITER_TOKEN, HIT + "&cdt=1795435200", HIT + "&cdt=1999999999");
        List<StoredHit> hits = matomo.hits();
        assertEquals(3, hits.size());
        assertEquals("c&d", hits.get(0).parameters().get("e_c"));
        assertNull(hits.get(0).get("token_auth"));
        assertEquals(FakeMatomo.ADMIN_TOKEN, hits.get(0).token());
        assertFalse(hits.get(0).bulk());
        assertEquals(Instant.parse("2026-11-24T10:00:00Z"), hits.get(0).at());
        assertTrue(hits.get(1).bulk());
        assertEquals(Instant.ofEpochSecond(1795435200), hits.get(1).at());
        assertEquals(Instant.parse("2026-11-24T10:00:00Z"), hits.get(2).at());
        assertEquals(2, hits.get(2).order());
        assertEquals(1, matomo.countOf("e_c", "c&d"));
        assertEquals(3, matomo.countOf("rec", "1"));
        assertEquals(0, matomo.countOf("e_c", "c"));
    }

    @Test
    void same_hit_twice_is_stored_twice() throws IOException {
        send(HIT + "&pv_id=abcdef");
        send(HIT + "&pv_id=abcdef");
        assertEquals(2, matomo.countOf("pv_id", "abcdef"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "idsite=1&url=x",
                "idsite=1&rec=1&e_c=x",
                "idsite=1&rec=1&_id=zz",
                "idsite=1&rec=1&url=x&ua=Googlebot"
            })
    void dropped_hits_are_answered_as_stored_ones(String hit) throws IOException {
        assertEquals(204, send(hit).status());
        assertEquals("{\"status\":\"success\",\"tracked\":1,\"invalid\":0,\"invalid_indices\":[]}", bulked(hit));
        assertEquals(List.of(), matomo.hits());
    }

    private String bulked(String... hits) throws IOException {
        return bulk(FakeMatomo.ADMIN_TOKEN, hits).text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cip=1.2.3.4", "cdt=1600000000", "country=de", "lat=1.5"})
    void weak_tokens_fail_only_where_they_are_looked_at(String need) throws IOException {
        assertEquals(204, sendAs(FakeMatomo.BAD_TOKEN, HIT).status());
        assertEquals(0, matomo.rejectedTokens());
        assertEquals(400, send(HIT + "&" + need).status());
        assertEquals(0, matomo.rejectedTokens());
        assertEquals(400, sendAs(FakeMatomo.BAD_TOKEN, HIT + "&" + need).status());
        assertEquals(400, sendAs(FakeMatomo.VIEWER_TOKEN, HIT + "&" + need).status());
        assertEquals(2, matomo.rejectedTokens());
        assertEquals(204, sendAs(FakeMatomo.WRITER_TOKEN, HIT + "&" + need).status());
        assertEquals(204, sendAs(FakeMatomo.SECURE_TOKEN, HIT + "&" + need).status());
    }

    @Test
    void writer_writes_to_the_own_site() throws IOException {
        String other = "idsite=2&rec=1&url=x&cip=1.2.3.4";
        assertEquals(400, sendAs(FakeMatomo.WRITER_TOKEN, other).status());
        assertEquals(204, sendAs(FakeMatomo.ADMIN_TOKEN, other).status());
    }

    @ParameterizedTest
    @CsvSource({"Admin,[],'[1,2]'", "Write,[1],[]", "View,[],[]", "AtLeastView,[1],'[1,2]'"})
    void rights_are_told(String right, String writer, String admin) throws IOException {
        String method = "SitesManager.getSitesIdWith" + right + "Access";
        assertEquals(
                writer,
                PlainClient.post(matomo, method, FakeMatomo.WRITER_TOKEN).text());
        assertEquals(
                admin, PlainClient.post(matomo, method, FakeMatomo.ADMIN_TOKEN).text());
    }

    @Test
    void lockout_lets_fresh_hits_pass_and_no_bulk() throws IOException {
        for (int i = 0; i < 21; i++) {
            sendAs(FakeMatomo.BAD_TOKEN, HIT + "&cip=1.2.3.4");
        }
        PlainClient.Response locked = bulk(FakeMatomo.ADMIN_TOKEN, HIT);
        assertEquals(500, locked.status());
        assertEquals("{\"status\":\"error\",\"tracked\":0,\"invalid\":0}", locked.text());
        assertEquals(500, sendAs(FakeMatomo.ADMIN_TOKEN, HIT + "&cip=1.2.3.4").status());
        assertEquals(List.of(), matomo.hits());
        assertEquals(204, sendAs(FakeMatomo.ADMIN_TOKEN, HIT).status());
        assertEquals(200, bulk("", HIT).status());
        assertEquals(2, matomo.hits().size());
    }

    @Test
    void repeated_order_is_refused_unless_the_first_was_rolled_back() throws IOException {
        String order = HIT + "&idgoal=0&ec_id=o1";
        assertEquals(
                500, bulk(FakeMatomo.ADMIN_TOKEN, order, HIT + "&idgoal=1&ca=1").status());
        assertEquals(
                "{\"status\":\"success\",\"tracked\":1,\"invalid\":1,\"invalid_indices\":[1]}", bulked(order, order));
        assertEquals(400, send(order).status());
        assertEquals(1, matomo.countOf("ec_id", "o1"));
    }

    @Test
    void chosen_hits_are_refused_or_poison() throws IOException {
        matomo.refuseHits(hit -> "no".equals(hit.get("x"))).poison(hit -> "bad".equals(hit.get("x")));
        assertEquals(400, send(HIT + "&x=no").status());
        assertEquals(400, send(HIT + "&x=bad").status());
        assertEquals(
                "{\"status\":\"error\",\"tracked\":1,\"invalid\":1,\"invalid_indices\":[0]}",
                bulked(HIT + "&x=no", HIT, HIT + "&x=bad", HIT));
        assertEquals(List.of(), matomo.hits());
    }

    @Test
    void faults_choose_by_the_hits_of_a_request() throws IOException {
        matomo.failWhen(asked -> asked.hits().stream().anyMatch(hit -> "1".equals(hit.get("n"))), Faults.status(503));
        assertEquals(503, bulk("", HIT + "&n=0", HIT + "&n=1").status());
        assertEquals(503, send(HIT + "&n=1").status());
        assertEquals(204, send(HIT + "&n=2").status());
        assertTrue(matomo.requests().get(0).isBulk());
    }

    static List<Fault> losses() {
        return List.of(Faults.storeThenCut(), Faults.closeBeforeHeaders(), Faults.cutUnread());
    }

    @ParameterizedTest
    @MethodSource("losses")
    void lost_answer_may_have_been_stored(Fault fault) throws IOException {
        // For good: the JDK makes a new connection where it could not write to the first.
        matomo.failAlways(fault);
        assertThrows(IOException.class, () -> bulk("", HIT));
        matomo.heal();
        assertEquals(fault.toString().startsWith("store") ? 1 : 0, matomo.hits().size());
        assertEquals(200, bulk("", HIT).status());
    }

    @Test
    void answer_hangs_though_the_hit_is_in() throws IOException {
        matomo.failNext(1, Faults.storeThenHang());
        HttpURLConnection connection = PlainClient.connect(matomo.url("matomo.php"));
        connection.setReadTimeout(200);
        assertThrows(SocketTimeoutException.class, () -> PlainClient.send(connection, HIT));
        assertEquals(1, matomo.hits().size());
    }

    @Test
    void gateway_fails_after_the_hit_is_in() throws IOException {
        matomo.failNext(1, Faults.storeThenStatus(502)).failNext(1, Faults.status(502));
        assertEquals(502, send(HIT).status());
        assertEquals(502, send(HIT).status());
        assertEquals(1, matomo.hits().size());
    }

    @Test
    void part_of_a_bulk_is_taken() throws IOException {
        matomo.failNext(1, Faults.partialBulk(1));
        assertEquals(
                "{\"status\":\"success\",\"tracked\":1,\"invalid\":0,\"invalid_indices\":[]}", bulked(HIT, HIT, HIT));
        assertEquals(1, matomo.hits().size());
    }

    @Test
    void hundred_thousand_hits_fit() throws Exception {
        String[] hits = new String[1000];
        for (int batch = 0; batch < 100; batch++) {
            for (int i = 0; i < hits.length; i++) {
                hits[i] = HIT + "&_id=" + String.format("%016x", i * 7L) + "&n=" + (batch * 1000 + i);
            }
            assertEquals(200, bulk("", hits).status());
        }
        assertEquals(100_000, matomo.hits().size());
        assertEquals(1, matomo.countOf("n", "99999"));
        matomo.awaitRequests(100, Duration.ZERO);
    }
}
