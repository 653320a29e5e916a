package io.opalmind.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opalmind.sandbox.api.Access;
import io.opalmind.sandbox.api.ApiAnswer;
import io.opalmind.sandbox.api.ReportingApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From the same hits the sandbox answers the reports that a real Matomo did. */
class DatasetTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path REPORTS = Dataset.HOME.resolve("reports");

    private static ReportingApi api;

    @BeforeAll
    static void fillTheSandbox() {
        api = new ReportingApi(SampleSites.all(), Dataset.visits(), Dataset.CLOCK);
    }

    static List<String> reports() throws IOException {
        try (Stream<Path> files = Files.list(REPORTS)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void equals_the_recorded_report(String name) throws IOException {
        JsonNode recorded = Dataset.json("reports/" + name);
        Map<String, String> parameters = new HashMap<>();
        recorded.get("request")
                .properties()
                .forEach(one -> parameters.put(one.getKey(), one.getValue().asText()));

        ApiAnswer answer = api.answer(parameters, Access.ADMIN);

        assertEquals(200, answer.status());
        assertEquals(List.of(), Differences.between(recorded.get("response"), JSON.readTree(answer.body())));
    }

    @Test
    void all_recorded_reports_are_here() throws IOException {
        assertEquals(120, reports().size());
    }
}
