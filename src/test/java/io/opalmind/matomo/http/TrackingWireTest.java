package io.opalmind.matomo.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.http.HitAnswer.Verdict;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.FakeProxy;
import io.opalmind.testing.matomo.Faults;
import io.opalmind.testing.matomo.MatomoExtension;
import io.opalmind.testing.redis.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the wire leaves open, and what it does not. */
@ExtendWith(MatomoExtension.class)
class TrackingWireTest {
    private static final String HIT = "idsite=1&rec=1&url=https%3A%2F%2Fexample.com%2F";

    @TempDir
    Path directory;

    private HitAnswer send(URI url) {
        return new Bench(url, directory).tracking().send(HIT, false);
    }

    private static void assertIs(Verdict verdict, ErrorKind kind, HitAnswer answer) {
        assertEquals(verdict, answer.verdict(), () -> String.valueOf(answer.failure()));
        assertEquals(kind, TrackingHitTest.kind(answer));
        assertEquals(0, answer.status());
    }

    /** The name server answers when the hit already counts as not sent: then it must not be sent after all. */
    @Test
    void request_that_was_given_up_does_not_leave(FakeMatomo matomo) throws Exception {
        Bench bench = new Bench(matomo.url(), directory).timeout(Duration.ofMillis(200));
        CountDownLatch given = new CountDownLatch(1);
        CompletableFuture<Boolean> left = new CompletableFuture<>();
        Transport slow = (path, type, body, progress) -> {
            progress.connecting();
            await(given);
            try {
                progress.leaving();
                left.complete(true);
            } catch (IOException givenUp) {
                left.complete(false);
            }
            throw new IOException("over");
        };
        LoginMemory logins = new LoginMemory(directory, "x", bench.settings(), Clock.systemUTC(), false);
        HitAnswer answer = new TrackingApi(slow, bench.settings(), logins).send(HIT, false);
        given.countDown();
        assertIs(Verdict.NOT_STORED, ErrorKind.TIMEOUT, answer);
        assertFalse(left.get(10, TimeUnit.SECONDS));
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void name_that_does_not_exist_stores_nothing() {
        assertIs(Verdict.NOT_STORED, ErrorKind.UNREACHABLE, send(URI.create("http://matomo.invalid/")));
    }

    @Test
    void refused_connection_stores_nothing(FakeMatomo matomo) {
        matomo.refuseConnections();
        assertIs(Verdict.NOT_STORED, ErrorKind.UNREACHABLE, send(matomo.url()));
        BulkAnswer bulk = new Bench(matomo.url(), directory).tracking().send(List.of(HIT), false);
        assertEquals(Verdict.NOT_STORED, bulk.verdict());
    }

    @Test
    void untrusted_certificate_stores_nothing(@MatomoExtension.Tls FakeMatomo matomo) {
        assertIs(Verdict.NOT_STORED, ErrorKind.UNREACHABLE, send(matomo.url()));
        assertEquals(0, matomo.requests().size());
    }

    @Test
    void trusted_one_stores(@MatomoExtension.Tls FakeMatomo matomo) {
        TrackingApi tracking =
                new Bench(matomo.url(), directory).trust(matomo.caFile()).tracking();
        assertEquals(Verdict.STORED, tracking.send(HIT, false).verdict());
        assertEquals(Verdict.STORED, tracking.send(HIT, false).verdict());
        assertEquals(
                matomo.requests().get(0).connection(), matomo.requests().get(1).connection());
    }

    /** The handshake is cut, so that the hit never left. */
    @Test
    void cut_handshake_stores_nothing(@MatomoExtension.Tls FakeMatomo matomo) {
        matomo.failAlways(Faults.cutUnread());
        HitAnswer answer = new Bench(matomo.url(), directory)
                .trust(matomo.caFile())
                .tracking()
                .send(HIT, false);
        assertIs(Verdict.NOT_STORED, ErrorKind.UNREACHABLE, answer);
    }

    @Test
    void handshake_that_hangs_stores_nothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            URI url = URI.create("https://127.0.0.1:" + silent.getLocalPort() + "/");
            HitAnswer answer = new Bench(url, directory)
                    .timeout(Duration.ofMillis(300))
                    .tracking()
                    .send(HIT, false);
            assertIs(Verdict.NOT_STORED, ErrorKind.TIMEOUT, answer);
        }
    }

    @Test
    void http_server_that_hangs_leaves_it_open() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
            HitAnswer answer = new Bench(url, directory)
                    .timeout(Duration.ofMillis(300))
                    .tracking()
                    .send(HIT, false);
            assertIs(Verdict.UNKNOWN, ErrorKind.TIMEOUT, answer);
        }
    }

    @Test
    void proxy_that_refuses_the_tunnel_stores_nothing(@MatomoExtension.Tls FakeMatomo matomo) {
        try (FakeProxy proxy = FakeProxy.withPassword("user", "secret")) {
            HitAnswer answer = new Bench(matomo.url(), directory)
                    .trust(matomo.caFile())
                    .proxy(proxy.port(), null)
                    .tracking()
                    .send(HIT, false);
            assertIs(Verdict.NOT_STORED, ErrorKind.UNREACHABLE, answer);
        }
    }

    @Test
    void proxy_wants_a_password_before_plain_http(FakeMatomo matomo) {
        try (FakeProxy proxy = FakeProxy.withPassword("user", "secret")) {
            HitAnswer answer = new Bench(matomo.url(), directory)
                    .proxy(proxy.port(), null)
                    .tracking()
                    .send(HIT, false);
            assertEquals(407, answer.status());
            assertEquals(Verdict.NOT_STORED, answer.verdict());
        }
    }

    @Test
    void tunnel_serves_several_threads_by_one_password(@MatomoExtension.Tls FakeMatomo matomo) throws Exception {
        try (FakeProxy proxy = FakeProxy.withPassword("user", "secret")) {
            TrackingApi tracking = new Bench(matomo.url(), directory)
                    .trust(matomo.caFile())
                    .proxy(proxy.port(), "user:secret")
                    .tracking();
            assertEquals(List.of(), failures(tracking, 8, 5));
        }
        assertEquals(40, matomo.hits().size());
    }

    @Test
    void threads_share_one_api_and_keep_their_connections(FakeMatomo matomo) throws Exception {
        TrackingApi tracking = new Bench(matomo.url(), directory).tracking();
        assertEquals(List.of(), failures(tracking, 8, 50));
        assertEquals(400, matomo.hits().size());
        for (int i = 0; i < 400; i++) {
            assertEquals(1, matomo.countOf("n", String.valueOf(i)));
        }
        int most = matomo.requests().stream()
                .mapToInt(one -> one.connection())
                .max()
                .orElse(0);
        assertTrue(most < 60, "connections: " + most);
    }

    private static List<HitAnswer> failures(TrackingApi tracking, int threads, int each)
            throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<HitAnswer>> answers = new ArrayList<>();
            for (int i = 0; i < threads * each; i++) {
                String hit = HIT + "&n=" + i;
                answers.add(pool.submit(() -> tracking.send(hit, false)));
            }
            List<HitAnswer> failed = new ArrayList<>();
            for (Future<HitAnswer> answer : answers) {
                if (answer.get().verdict() != Verdict.STORED) {
                    failed.add(answer.get());
                }
            }
            return failed;
        } finally {
            pool.shutdownNow();
        }
    }

    /** What one server says to each connection, before it has read the request or after. */
    private static ServerSocket server(String answer, boolean reads) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> serve(server, answer, reads), "raw-http");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private static void serve(ServerSocket server, String answer, boolean reads) {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                if (reads) {
                    client.getInputStream().read(new byte[8192]);
                }
                client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException gone) {
                // The client went away, or the test is over.
                continue;
            }
        }
    }

    private HitAnswer from(String answer, boolean reads) throws IOException {
        try (ServerSocket server = server(answer, reads)) {
            return send(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cut_without_an_answer_leaves_it_open(boolean reads) throws IOException {
        assertIs(Verdict.UNKNOWN, ErrorKind.UNREACHABLE, from("", reads));
    }

    @Test
    void other_protocol_leaves_it_open() throws IOException {
        assertIs(Verdict.UNKNOWN, ErrorKind.BAD_ANSWER, from("SSH-2.0-OpenSSH_9.2\r\n", true));
    }

    /** The status stands, whatever became of the body. */
    @ParameterizedTest
    @CsvSource({
        "400,text/html,REFUSED",
        "503,text/html,NOT_STORED",
        "502,text/html,UNKNOWN",
        "200,image/gif,STORED",
        "200,text/html,UNKNOWN"
    })
    void cut_body_leaves_the_status(int status, String type, Verdict verdict) throws IOException {
        String head = "HTTP/1.1 " + status + " X\r\nContent-Type: " + type + "\r\nContent-Length: 500\r\n\r\n";
        HitAnswer answer = from(head, true);
        assertEquals(status, answer.status());
        assertEquals(verdict, answer.verdict());
    }

    /** Plain http in answer to a TLS handshake. */
    @Test
    void no_tls_stores_nothing() throws IOException {
        try (ServerSocket server = server("HTTP/1.1 400 Bad Request\r\n\r\n", true)) {
            assertIs(
                    Verdict.NOT_STORED,
                    ErrorKind.UNREACHABLE,
                    send(URI.create("https://127.0.0.1:" + server.getLocalPort() + "/")));
        }
    }

    @Test
    void redirect_to_where_nobody_listens_stores_nothing(FakeMatomo matomo) throws IOException {
        URI nobody = URI.create("https://127.0.0.1:" + Ports.refusing() + "/");
        matomo.failAlways(Faults.redirectToHost(307, nobody));
        assertIs(Verdict.NOT_STORED, ErrorKind.UNREACHABLE, send(matomo.url()));
    }

    @Test
    void redirect_within_the_host_is_followed(FakeMatomo matomo) {
        matomo.failNext(1, Faults.redirectToPath(308, "/stats/matomo.php"));
        assertEquals(Verdict.STORED, send(matomo.url()).verdict());
        assertEquals(1, matomo.hits().size());
    }
}
