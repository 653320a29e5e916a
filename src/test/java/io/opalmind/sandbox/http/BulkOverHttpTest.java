package io.opalmind.sandbox.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.opalmind.sandbox.SampleSites;
import io.opalmind.sandbox.api.ReportingApi;
import io.opalmind.sandbox.visits.Hit;
import io.opalmind.sandbox.visits.Sender;
import io.opalmind.sandbox.visits.Visit;
import io.opalmind.sandbox.visits.VisitLog;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The data set over HTTP, in each form that a bulk may have, makes the visits that its lines make. */
class BulkOverHttpTest {
    private static final String TOKEN = "a".repeat(32);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    private static List<String> lines() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/matomo-dataset/hits.ndjson"));
    }

    private static VisitLog filled() throws IOException {
        VisitLog log = new VisitLog(SampleSites.all(), 5000);
        Sender sender = new Sender("127.0.0.1", "", "", CLOCK.instant(), true);
        for (String line : lines()) {
            JsonParser json = new JsonFactory().createParser(line);
            json.nextToken();
            log.track(new Hit(HitObject.read(json), sender));
        }
        return log;
    }

    private static VisitLog sent(List<String> requests) throws IOException {
        VisitLog log = new VisitLog(SampleSites.all(), 5000);
        Gate gate = new Gate(TOKEN, CLOCK);
        Wire wire = new Wire(
                gate, new Tracking(log, gate, CLOCK, hit -> {}), new ReportingApi(SampleSites.all(), log, CLOCK));
        String bulk = "{\"requests\":[" + String.join(",", requests) + "],\"token_auth\":\"" + TOKEN + "\"}";
        byte[] body = bulk.getBytes(StandardCharsets.UTF_8);
        try (Server server = Server.start(0, wire);
                RawClient client = new RawClient(server.port())) {
            client.send("POST /matomo.php HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                    + body.length + "\r\n\r\n");
            String response = client.send(body).readAll();
            assertTrue(response.endsWith(
                    "{\"status\":\"success\",\"tracked\":2044,\"invalid\":0,\"invalid_indices\":[]}"));
        }
        return log;
    }

    private static List<Visit> visits(VisitLog log, int site) {
        return log.visits(site, Instant.EPOCH, CLOCK.instant());
    }

    @Test
    void objects_make_the_same_visits() throws IOException {
        assertSame(sent(lines()));
    }

    @Test
    void query_strings_make_the_same_visits() throws IOException {
        List<String> queries = new ArrayList<>();
        for (String line : lines()) {
            JsonParser json = new JsonFactory().createParser(line);
            json.nextToken();
            StringBuilder query = new StringBuilder("\"?");
            HitObject.read(json)
                    .forEach((name, value) -> query.append(name)
                            .append('=')
                            .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                            .append('&'));
            queries.add(query.append('"').toString());
        }
        assertSame(sent(queries));
    }

    private static void assertSame(VisitLog log) throws IOException {
        VisitLog wanted = filled();
        for (int site = 1; site <= 2; site++) {
            assertFalse(visits(wanted, site).isEmpty());
            assertEquals(visits(wanted, site), visits(log, site));
        }
    }
}
