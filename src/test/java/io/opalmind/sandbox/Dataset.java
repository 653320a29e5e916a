package io.opalmind.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opalmind.sandbox.visits.Hit;
import io.opalmind.sandbox.visits.Sender;
import io.opalmind.sandbox.visits.Tracked;
import io.opalmind.sandbox.visits.VisitLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The 2,044 hits that a real Matomo took, and what it answered. */
public final class Dataset {
    private static final ObjectMapper JSON = new ObjectMapper();

    static final Path HOME = Path.of("src/test/resources/matomo-dataset");

    /** Soon after the last hit, on the day the reports were recorded. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);

    private Dataset() {}

    /** A log of its own, filled. */
    public static VisitLog visits() {
        VisitLog log = new VisitLog(SampleSites.all(), 10_000);
        Sender sender = new Sender("127.0.0.1", "", "", CLOCK.instant(), true);
        try (InputStream file = Files.newInputStream(HOME.resolve("hits.ndjson"))) {
            for (Hits.Line line : Hits.read(file, 10_000).lines()) {
                Tracked tracked = log.track(new Hit(line.parameters(), sender));
                if (tracked != Tracked.STORED) {
                    throw new AssertionError("Line " + line.number() + " was " + tracked + ".");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return log;
    }

    /** A recording, by its path below the data set. */
    public static JsonNode json(String path) {
        try {
            return JSON.readTree(HOME.resolve(path).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
