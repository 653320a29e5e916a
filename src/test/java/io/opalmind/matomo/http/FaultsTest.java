package io.opalmind.matomo.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.Row;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.Fault;
import io.opalmind.testing.matomo.Faults;
import io.opalmind.testing.matomo.MatomoExtension;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault: its kind, what its message says, and how often Matomo was asked. */
@ExtendWith(MatomoExtension.class)
class FaultsTest {
    private static final Row VERSION = new Row().put("value", "5.0.2");

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

    static Fault error(int status, String message) {
        return Faults.status(status, "application/json", "{\"result\":\"error\",\"message\":\"" + message + "\"}");
    }

    static List<Arguments> passing() {
        return List.of(
                Arguments.of(Faults.status(408), ErrorKind.TIMEOUT, "HTTP 408"),
                Arguments.of(Faults.status(500), ErrorKind.SERVER_ERROR, "HTTP 500"),
                Arguments.of(Faults.status(502), ErrorKind.SERVER_ERROR, "HTTP 502"),
                Arguments.of(Faults.status(503), ErrorKind.SERVER_ERROR, "HTTP 503"),
                Arguments.of(error(500, "Mysqli &amp; gone"), ErrorKind.SERVER_ERROR, "HTTP 500: Mysqli & gone."),
                Arguments.of(Faults.closeBeforeHeaders(), ErrorKind.UNREACHABLE, "broke"),
                Arguments.of(Faults.cutBody(), ErrorKind.UNREACHABLE, "bytes are missing"),
                Arguments.of(Faults.chunkedWithoutLastChunk(), ErrorKind.UNREACHABLE, "broke"));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void what_may_pass_is_tried_as_often_as_allowed(Fault fault, ErrorKind kind, String says) {
        matomo.failAlways(fault);
        Bench bench = bench();
        String message = Refused.version(kind, bench);
        Refused.says(message, says, "Matomo at 127.0.0.1:" + matomo.port());
        assertEquals(3, matomo.requests().size());
        assertEquals(2, bench.log.size());
        assertTrue(bench.log.get(1).startsWith("attempt 3 of 3: "), bench.log.get(1));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void what_passes_in_time_is_no_error(Fault fault) {
        matomo.failNext(2, fault);
        assertEquals(VERSION, bench().api().read(Bench.VERSION));
        assertEquals(3, matomo.requests().size());
    }

    static List<Arguments> lasting() {
        return List.of(
                Arguments.of(
                        error(401, "Unable to authenticate with the provided token."),
                        ErrorKind.TOKEN_REFUSED,
                        "Check MATOMO_TOKEN"),
                Arguments.of(Faults.status(401), ErrorKind.TOKEN_REFUSED, "a password in front of Matomo"),
                Arguments.of(
                        Faults.status(401).with("WWW-Authenticate", "Basic realm=x"),
                        ErrorKind.TOKEN_REFUSED,
                        "a password in front of Matomo"),
                Arguments.of(
                        error(401, "You can't access this resource as it requires 'view' access."),
                        ErrorKind.ACCESS_DENIED,
                        "requires 'view' access. Check MATOMO_TOKEN"),
                Arguments.of(error(403, "Nur mit Rechten."), ErrorKind.ACCESS_DENIED, "Nur mit Rechten."),
                Arguments.of(Faults.status(403), ErrorKind.ACCESS_DENIED, "a firewall"),
                Arguments.of(
                        error(400, "Date &gt; today &amp;gt; is &#039;bad&quot;."),
                        ErrorKind.REQUEST_REFUSED,
                        "refused API.getMatomoVersion: Date > today &gt; is 'bad\"."),
                Arguments.of(
                        error(200, "An unexpected website was found."),
                        ErrorKind.REQUEST_REFUSED,
                        "An unexpected website was found."),
                Arguments.of(error(404, "The method 'X.y' does not exist."), ErrorKind.REQUEST_REFUSED, "'X.y'"),
                Arguments.of(
                        error(404, "The plugin Funnels is not enabled. See Settings &gt; Plugins."),
                        ErrorKind.PLUGIN_MISSING,
                        "Funnels is not enabled. See Settings > Plugins."),
                Arguments.of(Faults.status(404), ErrorKind.BAD_ANSWER, "HTTP 404: an HTML page. Check MATOMO_BASE_URL"),
                Arguments.of(Faults.status(400), ErrorKind.BAD_ANSWER, "HTTP 400"),
                Arguments.of(Faults.status(204, "text/plain", ""), ErrorKind.BAD_ANSWER, "HTTP 204"),
                Arguments.of(Faults.tooManyRequests(), ErrorKind.RATE_LIMITED, "HTTP 429"),
                Arguments.of(error(500, "Too many failed logins. Please wait."), ErrorKind.LOCKED_OUT, "--force"),
                Arguments.of(
                        Faults.status(500, "text/html", "<html>Too many failed logins.</html>"),
                        ErrorKind.LOCKED_OUT,
                        "--force"),
                Arguments.of(Faults.signInPage(), ErrorKind.BAD_ANSWER, "an HTML sign-in page. Check MATOMO_BASE_URL"),
                Arguments.of(Faults.emptyBody(), ErrorKind.BAD_ANSWER, "answered with nothing"),
                Arguments.of(Faults.noJson(), ErrorKind.BAD_ANSWER, "'WARNING: /var/www"),
                Arguments.of(Faults.truncatedJson(), ErrorKind.BAD_ANSWER, "damaged or cut short"),
                Arguments.of(
                        error(200, "x\",\"more\":["), ErrorKind.REQUEST_REFUSED, "refused API.getMatomoVersion: x"),
                Arguments.of(Faults.changedBody("other type", body -> "\"text\""), ErrorKind.BAD_ANSWER, "'\"text\"'"));
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void what_lasts_is_asked_once(Fault fault, ErrorKind kind, String says) {
        matomo.failAlways(fault);
        Refused.says(Refused.version(kind, bench()), says);
        assertEquals(1, matomo.requests().size());
    }

    @Test
    void refused_connection_is_unreachable() {
        matomo.refuseConnections();
        Bench bench = bench();
        Refused.says(
                Refused.version(ErrorKind.UNREACHABLE, bench),
                "127.0.0.1:" + matomo.port() + " is not reachable",
                "Check MATOMO_BASE_URL");
        assertEquals(2, bench.log.size());
    }

    @Test
    void byte_order_mark_is_no_fault() {
        matomo.failAlways(Faults.byteOrderMark());
        assertEquals(VERSION, bench().api().read(Bench.VERSION));
        matomo.failAlways(Faults.status(200, "application/json", "\uFEFF {\"result\":\"error\",\"message\":\"Bad.\"}"));
        Refused.version(ErrorKind.REQUEST_REFUSED, bench());
    }

    @Test
    void what_calls_itself_gzip_and_is_none_is_a_bad_answer() {
        matomo.gzip(false)
                .failAlways(
                        Faults.status(200, "application/json", "{\"value\":1}").with("Content-Encoding", "gzip"));
        Refused.says(Refused.version(ErrorKind.BAD_ANSWER, bench()), "gzip");
        assertEquals(1, matomo.requests().size());
    }
}
