package io.opalmind.matomo.track.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opalmind.matomo.track.Hit;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.StoredHit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The 2,044 hits that a real Matomo took, through an import and over HTTP. */
class DatasetImportTest {
    private static final Path HITS = Path.of("src/test/resources/matomo-dataset/hits.ndjson");

    @TempDir
    Path directory;

    /** By visitor, in order: what was given, without what says nothing of the hit. */
    private static Map<String, List<Map<String, String>>> given() throws IOException {
        Map<String, List<Map<String, String>>> visitors = new LinkedHashMap<>();
        for (String line : Files.readAllLines(HITS)) {
            JsonNode json = new ObjectMapper().readTree(line);
            Map<String, String> hit = new LinkedHashMap<>();
            json.properties()
                    .forEach(
                            member -> hit.put(member.getKey(), member.getValue().asText()));
            hit.remove("send_image");
            visitors.computeIfAbsent(Hit.of(hit).visitor(), visitor -> new ArrayList<>())
                    .add(hit);
        }
        return visitors;
    }

    private static Map<String, List<Map<String, String>>> stored(FakeMatomo matomo) {
        Map<String, List<Map<String, String>>> visitors = new LinkedHashMap<>();
        for (StoredHit stored : matomo.hits()) {
            Map<String, String> hit = new LinkedHashMap<>(stored.parameters());
            visitors.computeIfAbsent(Hit.of(hit).visitor(), visitor -> new ArrayList<>())
                    .add(hit);
        }
        return visitors;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 1000})
    void every_hit_arrives_as_it_was_given_and_in_order(int batch) throws IOException {
        try (FakeMatomo matomo = FakeMatomo.dataset()) {
            ImportCounts counts = RealImport.run(
                    matomo.url().toString(), FakeMatomo.ADMIN_TOKEN, HITS, directory.resolve("state"), batch);
            assertEquals(2044, counts.delivered());
            Map<String, List<Map<String, String>>> stored = stored(matomo);
            given().forEach((visitor, hits) -> {
                List<Map<String, String>> arrived = stored.remove(visitor);
                assertEquals(hits.size(), arrived.size(), visitor);
                for (int i = 0; i < hits.size(); i++) {
                    Map<String, String> hit = arrived.get(i);
                    if (!hits.get(i).containsKey("pv_id")) {
                        hit.remove("pv_id");
                    }
                    assertEquals(hits.get(i), hit);
                }
            });
            assertEquals(Map.of(), stored);
            assertEquals(0, matomo.rejectedTokens());
        }
    }

    @Test
    void secure_token_takes_them_one_by_one() throws IOException {
        try (FakeMatomo matomo = FakeMatomo.dataset()) {
            Path few = directory.resolve("few");
            Files.write(few, Files.readAllLines(HITS).subList(0, 60));
            ImportCounts counts = RealImport.run(
                    matomo.url().toString(), FakeMatomo.SECURE_TOKEN, few, directory.resolve("state"), 20);
            assertEquals(60, counts.delivered());
            assertEquals(60, matomo.hits().size());
        }
    }
}
