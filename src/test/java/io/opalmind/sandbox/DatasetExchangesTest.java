package io.opalmind.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opalmind.sandbox.api.Access;
import io.opalmind.sandbox.api.ApiAnswer;
import io.opalmind.sandbox.api.ReportingApi;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports in forms that the 120 do not take: empty, for several sites, for one goal, cut, by a segment. */
class DatasetExchangesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static ReportingApi api;

    @BeforeAll
    static void fillTheSandbox() {
        api = new ReportingApi(SampleSites.all(), Dataset.visits(), Dataset.CLOCK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "empty.order",
                "empty.page-urls",
                "empty.series",
                "empty.visits",
                "goals.abandoned",
                "goals.by-id.series",
                "multi-site.goals.1-2",
                "multi-site.goals.1-2.series",
                "multi-site.goals.all",
                "multi-site.goals.all.series",
                "multi-site.page-urls.1-2",
                "multi-site.page-urls.1-2.series",
                "multi-site.page-urls.all",
                "multi-site.page-urls.all.series",
                "multi-site.referrer-type.1-2",
                "multi-site.visits.1-2",
                "multi-site.visits.1-2.series",
                "multi-site.visits.all",
                "multi-site.visits.all.series",
                "page-urls.limit-3.offset-3",
                "page-urls.pattern",
                "page-urls.unformatted",
                "segment.and-or",
                "segment.comma-in-value",
                "segment.percent",
                "segment.umlaut"
            })
    void equalsTheRecordedAnswer(String name) throws IOException {
        Map<String, String> parameters = new HashMap<>();
        JsonNode request = read(name + ".meta.json").get("request");
        for (String part : new String[] {"query", "form"}) {
            request.get(part)
                    .properties()
                    .forEach(one -> parameters.put(one.getKey(), one.getValue().asText()));
        }

        ApiAnswer answer = api.answer(parameters, Access.ADMIN);

        assertEquals(List.of(), Differences.between(read(name + ".body.json"), JSON.readTree(answer.body())));
    }

    private static JsonNode read(String file) throws IOException {
        return JSON.readTree(Files.readString(Dataset.HOME.resolve("exchanges").resolve(file)));
    }
}
