package io.opalmind.sandbox.visits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opalmind.sandbox.site.Goal;
import io.opalmind.sandbox.site.Site;
import io.opalmind.sandbox.site.Sites;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The hits that a real Matomo 5.0.2 was sent, and its sites. */
final class Dataset {
    static final ObjectMapper JSON = new ObjectMapper();

    static final Site SHOP = new Site(
            1,
            "Example Shop",
            "https://example.com",
            ZoneId.of("UTC"),
            "EUR",
            true,
            List.of(new Goal(1, "Newsletter Signup", "", 0), new Goal(2, "Contact reached", "/contact", 5)));

    static final Site BLOG = new Site(
            2, "Example Blog", "https://blog.example.org", ZoneId.of("America/New_York"), "USD", false, List.of());

    static final Sites SITES = new Sites(List.of(SHOP, BLOG));

    /** Long after the last hit: the log was empty, and every time was told by the hit. */
    static final Instant RECEIVED = Instant.parse("2026-11-24T12:00:00Z");

    private static final Sender SENDER = new Sender("127.0.0.1", "", "", RECEIVED, true);

    private Dataset() {}

    /** All hits of the data set, tracked. */
    static VisitLog log() {
        VisitLog log = new VisitLog(SITES, 10_000);
        for (String line : text("matomo-dataset/hits.ndjson").split("\n")) {
            Tracked tracked = log.track(new Hit(parameters(line), SENDER));
            if (tracked != Tracked.STORED) {
                throw new IllegalStateException(tracked + ": " + line);
            }
        }
        return log;
    }

    private static Map<String, String> parameters(String line) {
        Map<String, String> parameters = new HashMap<>();
        json(line)
                .properties()
                .forEach(one -> parameters.put(one.getKey(), one.getValue().asText()));
        return parameters;
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A test resource as it stands. */
    static String text(String resource) {
        try (InputStream in = Dataset.class.getResourceAsStream("/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("The test resource " + resource + " is missing.");
            }
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
