package io.opalmind.sandbox.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.sandbox.api.ReportingApi;
import io.opalmind.sandbox.site.Site;
import io.opalmind.sandbox.site.Sites;
import io.opalmind.sandbox.visits.Visit;
import io.opalmind.sandbox.visits.VisitLog;
import java.io.IOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTest {
    private static final String HIT = "/matomo.php?idsite=1&rec=1&send_image=0&url=https://example.com/";

    private final Clock clock = Clock.systemUTC();
    private final Sites sites = new Sites(List.of(Site.plain(1, "https://example.com")));
    private final VisitLog visits = new VisitLog(sites, 100_000);
    private Server server;

    @BeforeEach
    void start() throws IOException {
        Gate gate = new Gate("a".repeat(32), clock);
        server = Server.start(
                0,
                new Wire(gate, new Tracking(visits, gate, clock, hit -> {}), new ReportingApi(sites, visits, clock)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String ask(String text) throws IOException {
        return ask(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private String ask(byte[] bytes) throws IOException {
        try (RawClient client = new RawClient(server.port())) {
            return client.send(bytes).readAll();
        }
    }

    private static String line(String response) {
        int end = response.indexOf('\r');
        return end < 0 ? response : response.substring(0, end);
    }

    private int actions() {
        List<Visit> all = visits.visits(1, Instant.EPOCH, clock.instant().plusSeconds(60));
        return all.stream().mapToInt(visit -> visit.actions().size()).sum();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: evil.example", "Host: evil.example:8080", "X-Other: 127.0.0.1"})
    void other_names_are_turned_away(String header) throws IOException {
        String response = ask("GET " + HIT + " HTTP/1.1\r\n" + header + "\r\nConnection: close\r\n\r\n");
        assertEquals("HTTP/1.1 403 Forbidden", line(response));
        assertEquals(0, actions());
    }

    @Test
    void connection_is_used_again() throws IOException {
        try (RawClient client = new RawClient(server.port())) {
            for (int i = 1; i <= 20; i++) {
                client.send("GET " + HIT + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertEquals("HTTP/1.1 204 No Content", line(client.readHead()));
                assertEquals(i, actions());
            }
        }
    }

    @Test
    void body_may_come_in_chunks() throws IOException {
        String response = ask("POST /matomo.php HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n9\r\nidsite=1&\r\n14\r\nrec=1&send_image=0&x\r\n0\r\n\r\n");
        assertEquals("HTTP/1.1 204 No Content", line(response));
        assertEquals(1, actions());
    }

    @Test
    void methods_beyond_get_and_post_are_refused() throws IOException {
        for (String method : List.of("PUT", "DELETE", "OPTIONS", "TRACE", "get")) {
            String response = ask(RawClient.request(method + " " + HIT, ""));
            assertEquals("HTTP/1.1 405 Method Not Allowed", line(response));
            assertFalse(response.contains("Access-Control"), response);
        }
        assertEquals(0, actions());
    }

    @Test
    void body_beyond_the_bound_is_refused_and_the_client_sees_it() throws IOException {
        String large = "x".repeat((8 << 20) + 1);
        assertEquals("HTTP/1.1 413 Request Entity Too Large", line(ask(RawClient.request("POST /matomo.php", large))));
    }

    @Test
    void taken_port_is_an_error() {
        assertThrows(BindException.class, () -> Server.start(server.port(), null));
    }

    @Test
    void all_its_threads_are_daemons() throws IOException {
        server.close();
        Set<Thread> others = Thread.getAllStackTraces().keySet();
        start();
        ask(RawClient.request("GET " + HIT, ""));
        Set<Thread> its = new HashSet<>(Thread.getAllStackTraces().keySet());
        its.removeAll(others);
        its.forEach(thread -> assertTrue(thread.isDaemon(), thread.getName()));
        assertTrue(its.size() >= 3, "dispatcher, timers and worker are more than " + its);
    }

    @Test
    void close_waits_for_nobody() throws IOException {
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            clients.add(
                    new RawClient(server.port()).send("POST /matomo.php HTTP/1.1\r\nHost: localhost\r\nContent-Le"));
        }
        // Answered, so that those before it were accepted: one that was not yet is no matter of the server.
        ask(RawClient.request("GET " + HIT, ""));
        // The slowest of them has ten seconds to go on.
        assertTimeout(Duration.ofSeconds(5), server::close);
        for (RawClient client : clients) {
            assertEquals("", client.readAll());
            client.close();
        }
    }

    @Test
    void many_clients_at_once_lose_no_hit() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(24);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                answers.add(clients.submit(() -> line(ask(RawClient.request("GET " + HIT, "")))));
            }
            for (Future<String> answer : answers) {
                assertEquals("HTTP/1.1 204 No Content", answer.get());
            }
        } finally {
            clients.shutdownNow();
        }
        assertEquals(600, actions());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n\r\n",
                "GET\r\n\r\n",
                "GET /index.php?a=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /index.php?a=\u00ff|<> HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET foo:bar HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip\r\n\r\n",
                "GET / HTTP/1.1\r\nHost localhost\r\n\r\n"
            })
    void what_is_no_request_is_turned_away_without_a_look_inside(String text) throws IOException {
        String response = ask(text);
        assertTrue(response.isEmpty() || line(response).matches("HTTP/1.1 [45]\\d\\d .*"), response);
        assertShowsNothing(response);
        assertStillServes();
    }

    @Test
    void large_and_many_headers_are_turned_away() throws IOException {
        String start = "GET /index.php HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            many.append("X-").append(i).append(": y\r\n");
        }
        for (String header : List.of("X: " + "x".repeat(1 << 17) + "\r\n", many.toString())) {
            String response = ask(start + header + "\r\n");
            assertTrue(response.isEmpty() || line(response).startsWith("HTTP/1.1 4"), line(response));
            assertShowsNothing(response);
        }
        assertStillServes();
    }

    @Test
    void noise_does_not_bring_it_down() throws IOException {
        Random random = new Random(6);
        byte[] good = RawClient.request(
                        "POST /matomo.php?idsite=1", "{\"requests\":[\"?idsite=1&rec=1&url=%C3%A9\",{\"a\":[1]}]}")
                .getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < 300; i++) {
            byte[] bad = good.clone();
            for (int j = random.nextInt(6); j >= 0; j--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            assertShowsNothing(ask(bad));
        }
        assertStillServes();
    }

    private static void assertShowsNothing(String response) {
        assertFalse(response.contains("\tat ") || response.contains("java."), response);
    }

    private void assertStillServes() throws IOException {
        int before = actions();
        assertEquals("HTTP/1.1 204 No Content", line(ask(RawClient.request("GET " + HIT, ""))));
        assertEquals(before + 1, actions());
    }
}
