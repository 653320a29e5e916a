package io.opalmind.matomo.track;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The 2,044 hits that a real Matomo took. */
final class RecordedHits {
    /** Soon after the last of them. */
    static final Instant NOW = Instant.ofEpochSecond(1_795_475_960);

    private static final JsonFactory JSON = new JsonFactory();

    private RecordedHits() {}

    static List<NamedHit> all() throws IOException {
        List<NamedHit> hits = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/matomo-dataset/hits.ndjson"))) {
            try (JsonParser json = JSON.createParser(line)) {
                json.nextToken();
                hits.add(NamedHit.of(json));
            }
        }
        return hits;
    }
}
