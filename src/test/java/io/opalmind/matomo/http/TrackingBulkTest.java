package io.opalmind.matomo.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.http.HitAnswer.Verdict;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.Fault;
import io.opalmind.testing.matomo.Faults;
import io.opalmind.testing.matomo.MatomoExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(MatomoExtension.class)
class TrackingBulkTest {
    private static final String HIT = "idsite=1&rec=1&url=https%3A%2F%2Fexample.com%2Fbulk";
    private static final String NO_SITE = "idsite=999&rec=1&url=https%3A%2F%2Fe.com";
    private static final String POISON = HIT + "&idgoal=1&ca=1";

    @TempDir
    Path directory;

    private FakeMatomo matomo;

    @BeforeEach
    void take(FakeMatomo fresh) {
        matomo = fresh;
    }

    private BulkAnswer sendAs(String token, String... hits) {
        return new Bench(matomo.url(), directory).token(token).tracking().send(List.of(hits), true);
    }

    private BulkAnswer send(String... hits) {
        return sendAs(FakeMatomo.ADMIN_TOKEN, hits);
    }

    private static ErrorKind kind(BulkAnswer answer) {
        assertNotNull(answer.failure());
        return answer.failure().kind();
    }

    @Test
    void hits_are_stored_in_order() {
        BulkAnswer answer = send(HIT + "&a=1", HIT + "&a=2");
        assertEquals(Verdict.STORED, answer.verdict());
        assertEquals(2, answer.tracked());
        assertEquals(0, answer.invalid());
        assertEquals(List.of(), answer.invalidIndices());
        assertNull(answer.failure());
        assertEquals("1", matomo.hits().get(0).get("a"));
        assertEquals("2", matomo.hits().get(1).get("a"));
        assertEquals(
                "{\"requests\":[\"?" + HIT + "&a=1&send_image=0\",\"?" + HIT + "&a=2&send_image=0\"],\"token_auth\":\""
                        + FakeMatomo.ADMIN_TOKEN + "\"}",
                matomo.requests().get(0).body());
    }

    @Test
    void token_stays_at_home_where_it_is_not_needed() {
        BulkAnswer answer = new Bench(matomo.url(), directory).tracking().send(List.of(HIT), false);
        assertEquals(1, answer.tracked());
        assertNull(answer.invalidIndices());
        assertFalse(matomo.requests().get(0).body().contains("token_auth"));
    }

    @Test
    void refused_ones_are_named_to_those_who_may_write() {
        BulkAnswer answer = send(HIT, NO_SITE, HIT);
        assertEquals(Verdict.STORED, answer.verdict());
        assertEquals(2, answer.tracked());
        assertEquals(1, answer.invalid());
        assertEquals(List.of(1), answer.invalidIndices());
        BulkAnswer viewers = sendAs(FakeMatomo.VIEWER_TOKEN, HIT, NO_SITE, HIT);
        assertEquals(1, viewers.invalid());
        assertNull(viewers.invalidIndices());
    }

    @Test
    void poison_rolls_all_back() {
        BulkAnswer answer = send(HIT, POISON, HIT);
        assertEquals(Verdict.REFUSED, answer.verdict());
        assertEquals(500, answer.status());
        assertEquals(1, answer.tracked());
        assertEquals(ErrorKind.REQUEST_REFUSED, kind(answer));
        assertEquals(List.of(), matomo.hits());
        assertEquals(Verdict.REFUSED, send(POISON, HIT).verdict());
    }

    /** It must not be taken for poison: the halves would be refused, and in the end each hit. */
    @Test
    void lockout_is_no_fault_of_the_hits() {
        for (int i = 0; i < 21; i++) {
            sendAs(FakeMatomo.BAD_TOKEN, HIT);
        }
        matomo.forgetHits();
        BulkAnswer answer = send(HIT, HIT);
        assertEquals(500, answer.status());
        assertEquals(Verdict.NOT_STORED, answer.verdict());
        assertEquals(ErrorKind.LOCKED_OUT, kind(answer));
        assertEquals(List.of(), matomo.hits());
        matomo.forgetLogins();
        assertEquals(Verdict.STORED, send(HIT).verdict());
    }

    @Test
    void account_is_given_as_it_comes() {
        matomo.failNext(1, Faults.partialBulk(2));
        BulkAnswer answer = send(HIT, HIT, HIT, HIT, HIT);
        assertEquals(Verdict.STORED, answer.verdict());
        assertEquals(2, answer.tracked());
        assertEquals(0, answer.invalid());
    }

    @Test
    void thousands_of_refused_ones_are_all_named() {
        String[] hits = IntStream.range(0, 3000).mapToObj(i -> NO_SITE).toArray(String[]::new);
        BulkAnswer answer = send(hits);
        assertEquals(3000, answer.invalid());
        assertEquals(3000, answer.invalidIndices().size());
    }

    static List<Arguments> faults() {
        return List.of(
                Arguments.of(Faults.status(400), Verdict.REFUSED, ErrorKind.REQUEST_REFUSED),
                Arguments.of(Faults.status(401), Verdict.NOT_STORED, ErrorKind.TOKEN_REFUSED),
                Arguments.of(Faults.status(403), Verdict.NOT_STORED, ErrorKind.ACCESS_DENIED),
                Arguments.of(Faults.status(413), Verdict.NOT_STORED, ErrorKind.BAD_ANSWER),
                Arguments.of(Faults.status(500), Verdict.UNKNOWN, ErrorKind.SERVER_ERROR),
                Arguments.of(Faults.status(502), Verdict.UNKNOWN, ErrorKind.SERVER_ERROR),
                Arguments.of(Faults.status(503), Verdict.NOT_STORED, ErrorKind.SERVER_ERROR),
                Arguments.of(Faults.tooManyRequests(), Verdict.NOT_STORED, ErrorKind.RATE_LIMITED),
                Arguments.of(Faults.status(204), Verdict.UNKNOWN, ErrorKind.BAD_ANSWER),
                Arguments.of(Faults.signInPage(), Verdict.UNKNOWN, ErrorKind.BAD_ANSWER),
                Arguments.of(Faults.emptyBody(), Verdict.UNKNOWN, ErrorKind.BAD_ANSWER),
                Arguments.of(Faults.noJson(), Verdict.UNKNOWN, ErrorKind.BAD_ANSWER),
                Arguments.of(Faults.truncatedJson(), Verdict.UNKNOWN, ErrorKind.BAD_ANSWER),
                Arguments.of(Faults.cutBody(), Verdict.UNKNOWN, ErrorKind.BAD_ANSWER),
                Arguments.of(Faults.chunkedWithoutLastChunk(), Verdict.UNKNOWN, ErrorKind.BAD_ANSWER),
                Arguments.of(Faults.storeThenStatus(504), Verdict.UNKNOWN, ErrorKind.SERVER_ERROR),
                Arguments.of(Faults.storeThenCut(), Verdict.UNKNOWN, ErrorKind.UNREACHABLE),
                Arguments.of(Faults.closeBeforeHeaders(), Verdict.UNKNOWN, ErrorKind.UNREACHABLE),
                Arguments.of(
                        Faults.status(
                                500,
                                "application/json",
                                "{\"status\":\"error\",\"message\":\"Too many failed logins\"}"),
                        Verdict.NOT_STORED,
                        ErrorKind.LOCKED_OUT));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void answer_says_what_is_known_of_all(Fault fault, Verdict verdict, ErrorKind kind) {
        matomo.failAlways(fault);
        BulkAnswer answer = send(HIT, HIT);
        assertEquals(verdict, answer.verdict());
        assertEquals(kind, kind(answer));
        String message = answer.failure().getMessage();
        assertTrue(message.contains("127.0.0.1:" + matomo.port()), message);
        assertFalse(message.contains("\n"), message);
    }

    @Test
    void byte_order_mark_does_no_harm() {
        matomo.failNext(1, Faults.byteOrderMark());
        assertEquals(2, send(HIT, HIT).tracked());
    }

    @Test
    void answer_is_read_whatever_it_brings_along() {
        matomo.failNext(
                1,
                Faults.status(
                        200,
                        "application/json",
                        "{\"x\":[{\"y\":1}],\"invalid_indices\":[\"a\"],\"invalid\":1,\"tracked\":2,\"status\":\"success\"}"));
        BulkAnswer answer = send(HIT, HIT, HIT);
        assertEquals(Verdict.STORED, answer.verdict());
        assertEquals(1, answer.invalid());
        assertNull(answer.invalidIndices());
    }
}
