package io.opalmind.matomo.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.MatomoException;
import io.opalmind.matomo.http.HitAnswer.Verdict;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.Fault;
import io.opalmind.testing.matomo.Faults;
import io.opalmind.testing.matomo.MatomoExtension;
import io.opalmind.testing.matomo.MatomoRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(MatomoExtension.class)
class TrackingHitTest {
    private static final String HIT = "idsite=1&rec=1&url=https%3A%2F%2Fexample.com%2Frec";

    @TempDir
    Path directory;

    private FakeMatomo matomo;

    @BeforeEach
    void take(FakeMatomo fresh) {
        matomo = fresh;
    }

    private Bench bench() {
        return new Bench(matomo.url(), directory);
    }

    private HitAnswer send(String hit) {
        return bench().tracking().send(hit, false);
    }

    static ErrorKind kind(HitAnswer answer) {
        return assertNotNull(answer.failure(), "a failure").kind();
    }

    private static <T> T assertNotNull(T value, String what) {
        org.junit.jupiter.api.Assertions.assertNotNull(value, what);
        return value;
    }

    @Test
    void good_hit_is_stored_and_sends_no_token() {
        HitAnswer answer = send(HIT);
        assertEquals(Verdict.STORED, answer.verdict());
        assertEquals(204, answer.status());
        assertEquals("", answer.body());
        assertNull(answer.failure());
        MatomoRequest sent = matomo.requests().get(0);
        assertEquals(HIT + "&send_image=0", sent.body());
        assertEquals("/matomo.php", sent.path());
        assertEquals("", sent.rawQuery());
        assertEquals(1, matomo.hits().size());
    }

    @Test
    void picture_is_stored_and_no_body() {
        HitAnswer answer = send(HIT + "&send_image=1");
        assertEquals(Verdict.STORED, answer.verdict());
        assertEquals(200, answer.status());
        assertEquals("", answer.body());
    }

    @Test
    void token_goes_into_the_body_where_it_is_needed() {
        HitAnswer answer = bench().tracking().send(HIT + "&cip=1.2.3.4", true);
        assertEquals(Verdict.STORED, answer.verdict());
        MatomoRequest sent = matomo.requests().get(0);
        assertFalse(sent.hasTokenInUrl());
        assertEquals(FakeMatomo.ADMIN_TOKEN, sent.form().get("token_auth"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "idsite=999&rec=1&url=https%3A%2F%2Fexample.com%2Frec",
                "rec=1&url=https%3A%2F%2Fexample.com%2Frec",
                "idsite=1&rec=1&idgoal=99&url=https%3A%2F%2Fexample.com%2F",
                "idsite=1&rec=1&idgoal=1&ca=1&url=https%3A%2F%2Fexample.com%2F",
                "idsite=1&rec=1&url=https%3A%2F%2Fexample.com%2Frec&cip=1.2.3.4",
                "idsite=1&rec=1&url=https%3A%2F%2Fexample.com%2Frec&cdt=1600000000"
            })
    void bare_400_is_final_and_explained(String hit) {
        HitAnswer answer = send(hit);
        assertEquals(Verdict.REFUSED, answer.verdict());
        assertEquals(400, answer.status());
        assertEquals(ErrorKind.REQUEST_REFUSED, kind(answer));
        assertTrue(answer.body().startsWith("This resource is part of Matomo"), answer.body());
        says(answer, "127.0.0.1:" + matomo.port(), "unknown site or goal", "server's log");
        assertEquals(0, matomo.hits().size());
    }

    static List<Arguments> statuses() {
        return List.of(
                Arguments.of(Faults.status(401), Verdict.NOT_STORED, ErrorKind.TOKEN_REFUSED),
                Arguments.of(Faults.status(403), Verdict.NOT_STORED, ErrorKind.ACCESS_DENIED),
                Arguments.of(Faults.status(404), Verdict.NOT_STORED, ErrorKind.BAD_ANSWER),
                Arguments.of(Faults.status(407), Verdict.NOT_STORED, ErrorKind.BAD_ANSWER),
                Arguments.of(Faults.status(413), Verdict.NOT_STORED, ErrorKind.BAD_ANSWER),
                Arguments.of(Faults.status(400), Verdict.REFUSED, ErrorKind.REQUEST_REFUSED),
                Arguments.of(Faults.status(408), Verdict.UNKNOWN, ErrorKind.TIMEOUT),
                Arguments.of(Faults.status(500), Verdict.UNKNOWN, ErrorKind.SERVER_ERROR),
                Arguments.of(Faults.status(502), Verdict.UNKNOWN, ErrorKind.SERVER_ERROR),
                Arguments.of(Faults.status(503), Verdict.NOT_STORED, ErrorKind.SERVER_ERROR),
                Arguments.of(Faults.status(504), Verdict.UNKNOWN, ErrorKind.SERVER_ERROR),
                Arguments.of(Faults.status(507), Verdict.UNKNOWN, ErrorKind.SERVER_ERROR),
                Arguments.of(Faults.tooManyRequests(), Verdict.NOT_STORED, ErrorKind.RATE_LIMITED),
                Arguments.of(matomos500(), Verdict.NOT_STORED, ErrorKind.SERVER_ERROR),
                Arguments.of(httpAtHttps(), Verdict.NOT_STORED, ErrorKind.BAD_ANSWER),
                Arguments.of(Faults.signInPage(), Verdict.NOT_STORED, ErrorKind.BAD_ANSWER),
                Arguments.of(jsonError(), Verdict.NOT_STORED, ErrorKind.BAD_ANSWER),
                Arguments.of(
                        Faults.status(200, "text/plain", "WARNING: no memory"), Verdict.UNKNOWN, ErrorKind.BAD_ANSWER),
                Arguments.of(Faults.closeBeforeHeaders(), Verdict.UNKNOWN, ErrorKind.UNREACHABLE),
                Arguments.of(Faults.storeThenCut(), Verdict.UNKNOWN, ErrorKind.UNREACHABLE),
                Arguments.of(Faults.cutUnread(), Verdict.UNKNOWN, ErrorKind.UNREACHABLE),
                Arguments.of(Faults.storeThenStatus(502), Verdict.UNKNOWN, ErrorKind.SERVER_ERROR),
                Arguments.of(
                        Faults.redirectToHost(302, java.net.URI.create("http://elsewhere.invalid/")),
                        Verdict.NOT_STORED,
                        ErrorKind.BAD_ANSWER),
                Arguments.of(Faults.redirectToItself(302), Verdict.NOT_STORED, ErrorKind.BAD_ANSWER));
    }

    private static Fault matomos500() {
        return Faults.status(500, "text/html", "This resource is part of Matomo. Keep full control of your data");
    }

    private static Fault httpAtHttps() {
        return Faults.status(
                400, "text/html", "<html><body>The plain HTTP request was sent to HTTPS port</body></html>");
    }

    private static Fault jsonError() {
        return Faults.status(200, "application/json", "{\"result\":\"error\",\"message\":\"no such host\"}");
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void answer_says_what_is_known(Fault fault, Verdict verdict, ErrorKind kind) {
        matomo.failAlways(fault);
        HitAnswer answer = send(HIT);
        assertEquals(verdict, answer.verdict());
        assertEquals(kind, kind(answer));
        says(answer, "127.0.0.1:" + matomo.port());
    }

    /** Not stored must be true. */
    @ParameterizedTest
    @MethodSource("statuses")
    void what_is_said_holds_at_the_server(Fault fault, Verdict verdict, ErrorKind kind) {
        matomo.failAlways(fault);
        send(HIT);
        assertTrue(verdict == Verdict.UNKNOWN || matomo.hits().isEmpty(), kind + " " + matomo.hits());
    }

    static List<Fault> silences() {
        return List.of(Faults.neverAnswer(), Faults.storeThenHang(), Faults.slowHeaders(Duration.ofSeconds(20)));
    }

    @ParameterizedTest
    @MethodSource("silences")
    void silence_leaves_it_open(Fault fault) {
        matomo.failAlways(fault);
        HitAnswer answer = bench().timeout(Duration.ofMillis(300)).tracking().send(HIT, false);
        assertEquals(Verdict.UNKNOWN, answer.verdict());
        assertEquals(0, answer.status());
        assertEquals(ErrorKind.TIMEOUT, kind(answer));
        assertEquals(1, matomo.requests().size());
    }

    @Test
    void server_says_when_to_come_back() {
        matomo.failNext(1, Faults.tooManyRequests(Duration.ofSeconds(7)))
                .failNext(1, Faults.rateLimit(10, 0, 30))
                .failNext(1, Faults.status(503).with("Retry-After", "5"));
        assertEquals(Duration.ofSeconds(7), later(send(HIT)));
        assertEquals(Duration.ofSeconds(30), later(send(HIT)));
        assertEquals(Duration.ofSeconds(5), later(send(HIT)));
    }

    private static Duration later(HitAnswer answer) {
        return ((MatomoException.ComeBackLater) answer.failure()).after();
    }

    @Test
    void lockout_is_told_and_remembered() {
        matomo.failNext(1, Faults.status(500, "text/html", "Too many failed logins. Please wait."));
        HitAnswer answer = bench().tracking().send(HIT, true);
        assertEquals(Verdict.NOT_STORED, answer.verdict());
        assertEquals(ErrorKind.LOCKED_OUT, kind(answer));
        HitAnswer held = bench().tracking().send(HIT, true);
        assertEquals(Verdict.NOT_STORED, held.verdict());
        assertEquals(ErrorKind.LOCKED_OUT, kind(held));
        assertEquals(1, matomo.requests().size());
        // Matomo takes what needs no token even then.
        assertEquals(Verdict.STORED, send(HIT).verdict());
    }

    @Test
    void password_before_matomo_is_no_refused_token() {
        matomo.failAlways(Faults.status(401));
        for (int i = 0; i < LoginMemory.MOST_REFUSALS + 1; i++) {
            assertEquals(401, send(HIT).status());
        }
        for (int i = 0; i < LoginMemory.MOST_REFUSALS; i++) {
            assertEquals(401, bench().tracking().send(HIT, true).status());
        }
        assertEquals(0, bench().tracking().send(HIT, true).status());
    }

    @Test
    void token_is_in_no_answer() {
        matomo.failNext(1, Faults.status(500, "text/plain", "token_auth=" + FakeMatomo.ADMIN_TOKEN + " failed"));
        HitAnswer answer = bench().tracking().send(HIT, true);
        assertFalse(answer.body().contains(FakeMatomo.ADMIN_TOKEN), answer.body());
        assertFalse(String.valueOf(answer.failure()).contains(FakeMatomo.ADMIN_TOKEN));
    }

    @Test
    void long_body_is_cut() {
        matomo.failNext(1, Faults.status(500, "text/plain", "x".repeat(100_000)));
        assertEquals(1000, send(HIT).body().length());
    }

    private static void says(HitAnswer answer, String... parts) {
        String message = assertNotNull(answer.failure(), "failure").getMessage();
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
        assertFalse(message.contains("\n"), message);
    }
}
