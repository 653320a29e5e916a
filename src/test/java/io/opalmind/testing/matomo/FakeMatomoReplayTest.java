package io.opalmind.testing.matomo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sends every recorded request again, as it was sent then, and expects what was answered then. */
class FakeMatomoReplayTest {
    private static final Map<String, String> TOKENS = Map.of(
            "admin", FakeMatomo.ADMIN_TOKEN,
            "viewer", FakeMatomo.VIEWER_TOKEN,
            "secure", FakeMatomo.SECURE_TOKEN,
            "bad", FakeMatomo.BAD_TOKEN);

    private static FakeMatomo shop;
    private static FakeMatomo dataset;

    @BeforeAll
    static void start() {
        shop = FakeMatomo.recorded();
        dataset = FakeMatomo.dataset();
    }

    @AfterAll
    static void stop() {
        shop.close();
        dataset.close();
    }

    static List<Path> shopExchanges() throws IOException {
        return exchanges("matomo-5.0.2");
    }

    static List<Path> datasetExchanges() throws IOException {
        return exchanges("matomo-dataset/exchanges");
    }

    static List<Path> datasetReports() throws IOException {
        try (Stream<Path> files = Files.list(RecordingFiles.resource("matomo-dataset/reports"))) {
            return files.sorted().toList();
        }
    }

    private static List<Path> exchanges(String directory) throws IOException {
        try (Stream<Path> files = Files.list(RecordingFiles.resource(directory))) {
            return files.filter(file -> file.toString().endsWith(".meta.json"))
                    .filter(file ->
                            Json.parse(file).at("/request/path").asText().equals("index.php"))
                    .filter(file -> !file.toString().contains("lockout"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("shopExchanges")
    void shop_exchange_is_answered_as_recorded(Path meta) throws IOException {
        assertReplayed(shop, meta);
    }

    @ParameterizedTest
    @MethodSource("datasetExchanges")
    void dataset_exchange_is_answered_as_recorded(Path meta) throws IOException {
        assertReplayed(dataset, meta);
    }

    @ParameterizedTest
    @MethodSource("datasetReports")
    void dataset_report_is_answered_as_recorded(Path report) throws IOException {
        JsonNode recorded = Json.parse(report);
        Map<String, String> params = texts(recorded.path("request"));
        params.put("token_auth", FakeMatomo.ADMIN_TOKEN);
        assertEquals(recorded.path("response"), send(dataset, Map.of(), params).json());
    }

    @Test
    void every_shorter_recording_is_the_beginning_of_the_longest_one() {
        for (Recordings set : List.of(Recordings.shop(), Recordings.dataset())) {
            for (Recording one : set.all()) {
                Recording longest = set.longest(one.key());
                if (one.asker() == Asker.ADMIN && longest != null && !one.name().startsWith("visits.")) {
                    JsonNode cut = RowFilter.of(one.params()).apply(longest.body());
                    assertEquals(one.body(), cut, one.name() + " cut from " + longest.name());
                }
            }
        }
    }

    private static void assertReplayed(FakeMatomo matomo, Path meta) throws IOException {
        JsonNode exchange = Json.parse(meta);
        JsonNode request = exchange.path("request");
        Map<String, String> query = texts(request.path("query"));
        Map<String, String> form = texts(request.path("form"));
        boolean get = request.path("http").asText().equals("GET");
        (get ? query : form).putAll(texts(request.path("params")));
        String token = request.path("token").asText();
        if (TOKENS.containsKey(token)) {
            (get ? query : form).put("token_auth", TOKENS.get(token));
        }
        PlainClient.Response answer = get
                ? PlainClient.receive(PlainClient.connect(matomo.url("index.php?" + PlainClient.encode(query))))
                : send(matomo, query, form);
        assertEquals(exchange.at("/response/status").asInt(), answer.status(), answer.text());
        assertEquals(body(meta), normal(answer.text()));
    }

    private static PlainClient.Response send(FakeMatomo matomo, Map<String, String> query, Map<String, String> form)
            throws IOException {
        String url = "index.php" + (query.isEmpty() ? "" : "?" + PlainClient.encode(query));
        return PlainClient.send(PlainClient.connect(matomo.url(url)), PlainClient.encode(form));
    }

    private static String body(Path meta) throws IOException {
        Path json = Path.of(meta.toString().replace(".meta.", ".body."));
        Path file = Files.exists(json) ? json : Path.of(meta.toString().replace(".meta.json", ".body.txt"));
        return normal(Files.readString(file));
    }

    /** JSON without its layout, and with the token that the recordings put in place of one. */
    private static String normal(String body) {
        String named = body.replace("token_auth=TOKEN-admin", "token_auth=TOKEN")
                .replace("token_auth=" + FakeMatomo.ADMIN_TOKEN, "token_auth=TOKEN");
        return named.startsWith("<") ? named : Json.write(Json.parse(named));
    }

    private static Map<String, String> texts(JsonNode params) {
        Map<String, String> texts = new LinkedHashMap<>();
        params.properties()
                .forEach(param -> texts.put(param.getKey(), param.getValue().asText()));
        return texts;
    }
}
