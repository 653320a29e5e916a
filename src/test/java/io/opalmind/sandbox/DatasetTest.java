package io.opalmind.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opalmind.sandbox.visits.VisitLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From the same hits the sandbox computes the reports that a real Matomo did. */
class DatasetTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final class Filled {
        static final VisitLog LOG = Dataset.visits();
    }

    static Stream<String> reports() throws IOException {
        try (Stream<Path> files = Files.list(Dataset.HOME.resolve("reports"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void equalsTheRecordedReport(String name) throws IOException {
        JsonNode recorded = JSON.readTree(
                Files.newInputStream(Dataset.HOME.resolve("reports").resolve(name)));

        JsonNode ours = new DatasetScopes(Filled.LOG).answer(recorded.get("request"));

        assertEquals(List.of(), Differences.between(recorded.get("response"), ours));
    }

    @Test
    void allRecordedReportsAreHere() throws IOException {
        assertEquals(120, reports().count());
    }
}
