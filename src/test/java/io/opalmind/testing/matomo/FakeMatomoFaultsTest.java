package io.opalmind.testing.matomo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(MatomoExtension.class)
class FakeMatomoFaultsTest {
    private static final String VERSION = "index.php?module=API&method=API.getMatomoVersion&format=JSON";
    private static final String FORM = PlainClient.form(FakeMatomo.ADMIN_TOKEN);

    private FakeMatomo matomo;

    @BeforeEach
    void take(FakeMatomo fresh) {
        matomo = fresh;
    }

    private HttpURLConnection connect() throws IOException {
        return PlainClient.connect(matomo.url(VERSION));
    }

    private PlainClient.Response version() throws IOException {
        return PlainClient.send(connect(), FORM);
    }

    @Test
    void faults_befall_the_next_requests_then_it_is_well() throws IOException {
        matomo.failNext(1, Faults.status(503)).failNext(1, Faults.status(502));
        assertEquals(503, version().status());
        PlainClient.Response gateway = version();
        assertEquals(502, gateway.status());
        assertTrue(gateway.text().startsWith("<html>"), gateway.text());
        assertEquals(200, version().status());
    }

    @Test
    void fault_for_good_ends_with_heal() throws IOException {
        matomo.failAlways(Faults.status(500));
        assertEquals(500, version().status());
        assertEquals(500, version().status());
        matomo.heal();
        assertEquals(200, version().status());
    }

    @Test
    void fault_may_befall_some_requests_only() throws IOException {
        matomo.failWhen(asked -> asked.method().equals("SitesManager.getSiteFromId"), Faults.status(500));
        assertEquals(
                500,
                PlainClient.ask(matomo, "SitesManager.getSiteFromId", "idSite=1")
                        .status());
        assertEquals(200, version().status());
    }

    @Test
    void too_many_requests_tell_when_to_come_again() throws IOException {
        matomo.failNext(1, Faults.tooManyRequests(Duration.ofSeconds(7)))
                .failNext(1, Faults.tooManyRequests(Instant.parse("2026-11-24T10:00:00Z")))
                .failNext(1, Faults.rateLimit(100, 0, 30))
                .failNext(1, Faults.healthyWithRateLimit(100, 1, 30));
        assertEquals("7", version().header("Retry-After"));
        assertEquals("Tue, 24 Nov 2026 10:00:00 GMT", version().header("Retry-After"));
        assertEquals("30", version().header("X-Matomo-Rate-Limit-Reset"));
        PlainClient.Response last = version();
        assertEquals(200, last.status());
        assertEquals("1", last.header("X-Matomo-Rate-Limit-Remaining"));
    }

    @Test
    void refused_connection_comes_back_at_the_same_port() throws IOException {
        int port = matomo.port();
        matomo.refuseConnections();
        assertThrows(ConnectException.class, this::version);
        matomo.listenAgain();
        assertEquals(port, matomo.port());
        assertEquals(200, version().status());
    }

    static List<Fault> cuts() {
        return List.of(Faults.closeBeforeHeaders(), Faults.chunkedWithoutLastChunk());
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void cut_answer_is_a_broken_connection(Fault cut) throws IOException {
        matomo.failAlways(cut);
        assertThrows(IOException.class, this::version);
        matomo.heal();
        assertEquals(200, version().status());
    }

    /** HttpURLConnection does not notice, but both say what is missing. */
    @Test
    void cut_body_is_shorter_than_its_length() throws IOException {
        matomo.failNext(1, Faults.cutBody()).failNext(1, Faults.contentLengthTooLarge());
        PlainClient.Response half = version();
        assertEquals("17", half.header("Content-Length"));
        assertEquals("{\"value\"", half.text());
        PlainClient.Response whole = version();
        assertEquals("1017", whole.header("Content-Length"));
        assertEquals("{\"value\":\"5.0.2\"}", whole.text());
    }

    @Test
    void cut_answer_was_gzipped_where_gzip_is_accepted() throws IOException {
        matomo.failNext(1, Faults.cutBody());
        HttpURLConnection accepting = connect();
        accepting.setRequestProperty("Accept-Encoding", "gzip");
        PlainClient.Response half = PlainClient.send(accepting, FORM);
        assertEquals("gzip", half.header("Content-Encoding"));
        InputStream broken = new GZIPInputStream(new ByteArrayInputStream(half.bytes()));
        assertThrows(EOFException.class, broken::readAllBytes);
    }

    @Test
    void half_of_a_chunked_body_arrives() throws IOException {
        matomo.failAlways(Faults.chunkedWithoutLastChunk());
        HttpURLConnection connection = connect();
        connection.setDoOutput(true);
        connection.getOutputStream().write(FORM.getBytes(StandardCharsets.UTF_8));
        InputStream body = connection.getInputStream();
        assertArrayEquals("{\"value\"".getBytes(StandardCharsets.UTF_8), body.readNBytes(8));
        assertThrows(IOException.class, body::readAllBytes);
    }

    static List<Fault> delays() {
        return List.of(
                Faults.slowHeaders(Duration.ofSeconds(20)),
                Faults.slowBody(Duration.ofSeconds(20)),
                Faults.neverAnswer());
    }

    @ParameterizedTest
    @MethodSource("delays")
    void late_answer_runs_into_the_timeout(Fault delay) throws IOException {
        matomo.failAlways(delay);
        HttpURLConnection connection = connect();
        connection.setReadTimeout(100);
        assertThrows(SocketTimeoutException.class, () -> PlainClient.send(connection, FORM));
    }

    @Test
    void slow_body_arrives_whole() throws IOException {
        matomo.failNext(1, Faults.slowBody(Duration.ofMillis(1)));
        assertEquals("{\"value\":\"5.0.2\"}", version().text());
    }

    @Test
    void bodies_that_are_no_answer() throws IOException {
        matomo.failNext(1, Faults.signInPage())
                .failNext(1, Faults.emptyBody())
                .failNext(1, Faults.noJson())
                .failNext(1, Faults.truncatedJson())
                .failNext(1, Faults.byteOrderMark());
        PlainClient.Response page = version();
        assertEquals(200, page.status());
        assertEquals("text/html; charset=utf-8", page.header("Content-Type"));
        assertEquals("", version().text());
        assertTrue(version().text().startsWith("WARNING"));
        assertEquals("{\"value\"", version().text());
        assertEquals("\uFEFF{\"value\":\"5.0.2\"}", version().text());
    }

    @Test
    void body_may_be_changed_at_will() throws IOException {
        matomo.failNext(1, Faults.changedBody("other version", body -> body.replace("5.0.2", "7")));
        assertEquals("{\"value\":\"7\"}", version().text());
    }

    @Test
    void redirect_keeps_the_query() throws IOException {
        matomo.failNext(1, Faults.redirectToPath(307, "/moved/index.php"))
                .failNext(1, Faults.redirectToHost(302, matomo.urlByOtherHost()))
                .failNext(1, Faults.redirectToItself(302));
        String query = VERSION.substring(VERSION.indexOf('?'));
        assertEquals("/moved/index.php" + query, location());
        assertEquals("http://localhost:" + matomo.port() + "/index.php" + query, location());
        assertEquals("/index.php" + query, location());
    }

    private String location() throws IOException {
        HttpURLConnection connection = connect();
        connection.setInstanceFollowRedirects(false);
        return PlainClient.send(connection, FORM).header("Location");
    }

    @Test
    void gzip_is_for_those_who_accept_it() throws IOException {
        HttpURLConnection accepting = connect();
        accepting.setRequestProperty("Accept-Encoding", "gzip");
        PlainClient.Response zipped = PlainClient.send(accepting, FORM);
        assertEquals("gzip", zipped.header("Content-Encoding"));
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(zipped.bytes())).readAllBytes();
        assertArrayEquals(version().bytes(), plain);
        matomo.gzip(false);
        HttpURLConnection again = connect();
        again.setRequestProperty("Accept-Encoding", "gzip");
        assertEquals("", PlainClient.send(again, FORM).header("Content-Encoding"));
    }

    @Test
    void big_report_has_rows_of_some_400_bytes() throws IOException {
        matomo.bigPageReport(5_000);
        PlainClient.Response all = PlainClient.ask(matomo, "Actions.getPageUrls", "idSite=1", "filter_limit=-1");
        assertEquals(5_000, all.json().size());
        int perRow = all.bytes().length / 5_000;
        assertTrue(perRow > 350 && perRow < 450, perRow + " bytes a row");
        PlainClient.Response some = PlainClient.ask(matomo, "Actions.getPageUrls", "idSite=1", "filter_limit=3");
        assertEquals(3, some.json().size());
        assertFalse(some.text().contains("\"nb_visits\":0,"));
    }

    @Test
    void reader_may_leave_a_big_report_early() throws IOException {
        matomo.bigPageReport(2_000_000);
        HttpURLConnection connection = PlainClient.connect(
                matomo.url("index.php?module=API&method=Actions.getPageUrls&format=JSON&filter_limit=-1"));
        assertEquals('[', connection.getInputStream().read());
        connection.disconnect();
        assertEquals(200, version().status());
    }
}
