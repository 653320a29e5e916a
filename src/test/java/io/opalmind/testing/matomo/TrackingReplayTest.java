package io.opalmind.testing.matomo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sends what was sent to the real Matomo, and compares the answers. */
@ExtendWith(MatomoExtension.class)
class TrackingReplayTest {
    private static final Path RECORDINGS = RecordingFiles.resource("matomo-5.0.2");

    static List<String> recordings() throws IOException {
        try (Stream<Path> files = Files.list(RECORDINGS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("(track|bulk)\\..*\\.meta\\.json"))
                    .map(name -> name.replace(".meta.json", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void answers_as_recorded(String name, FakeMatomo matomo) throws IOException {
        JsonNode meta = Json.parse(RECORDINGS.resolve(name + ".meta.json"));
        JsonNode wanted = meta.path("response");
        PlainClient.Response got = send(matomo, meta.path("request"));
        assertEquals(wanted.path("status").asInt(), got.status());
        String type = wanted.path("headers").path("Content-Type").asText();
        assertEquals(type.toLowerCase(), got.header("Content-Type").toLowerCase());
        if (type.contains("gif")) {
            assertTrue(new String(got.bytes(), 0, 6, "US-ASCII").equals("GIF89a"), got.text());
        } else if (name.startsWith("bulk.") && got.status() != 204) {
            assertEquals(Json.parse(RECORDINGS.resolve(name + ".body.json")), got.json());
        } else {
            assertEquals(
                    RecordingFiles.text("matomo-5.0.2/" + name + ".body.txt").strip(),
                    got.text().strip());
        }
    }

    private static PlainClient.Response send(FakeMatomo matomo, JsonNode request) throws IOException {
        String token = token(request.path("token").asText());
        Map<String, String> params = new LinkedHashMap<>();
        request.path("params")
                .properties()
                .forEach(one -> params.put(one.getKey(), one.getValue().asText()));
        String path = request.path("path").asText();
        if (request.has("body")) {
            ObjectNode body = request.path("body").deepCopy();
            if (!token.isEmpty()) {
                body.put("token_auth", token);
            }
            return PlainClient.send(PlainClient.connect(matomo.url(path)), Json.write(body));
        }
        params.put("token_auth", token);
        String form = PlainClient.encode(params);
        if (request.path("http").asText().equals("GET")) {
            return PlainClient.receive(PlainClient.connect(matomo.url(path + "?" + form)));
        }
        HttpURLConnection connection = PlainClient.connect(matomo.url(path));
        return PlainClient.send(connection, form);
    }

    private static String token(String who) {
        return switch (who) {
            case "admin" -> FakeMatomo.ADMIN_TOKEN;
            case "viewer" -> FakeMatomo.VIEWER_TOKEN;
            case "secure" -> FakeMatomo.SECURE_TOKEN;
            case "bad" -> FakeMatomo.BAD_TOKEN;
            default -> "";
        };
    }
}
