package io.opalmind.testing.matomo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Sends to a server what was sent to the real Matomo's tracker, and compares the answers. */
public final class TrackingReplay {
    private static final Path RECORDINGS = RecordingFiles.resource("matomo-5.0.2");
    private static final byte[] PIXEL =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==");

    private final URI server;
    private final UnaryOperator<String> tokens;

    /**
     * @param server with a slash at its end
     * @param tokens from who asked in a recording ({@code admin}, {@code viewer}, {@code secure}, {@code bad}) to a token
     */
    public TrackingReplay(URI server, UnaryOperator<String> tokens) {
        this.server = server;
        this.tokens = tokens;
    }

    /** The names of all recordings of the tracker. */
    public static List<String> recordings() throws IOException {
        try (Stream<Path> files = Files.list(RECORDINGS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("(track|bulk)\\..*\\.meta\\.json"))
                    .map(name -> name.replace(".meta.json", ""))
                    .sorted()
                    .toList();
        }
    }

    /** Fails where status, content type or body are others than those of the recording. */
    public void answersAsRecorded(String name) throws IOException {
        JsonNode meta = Json.parse(RECORDINGS.resolve(name + ".meta.json"));
        JsonNode wanted = meta.path("response");
        PlainClient.Response got = send(meta.path("request"));
        assertEquals(wanted.path("status").asInt(), got.status());
        String type = wanted.path("headers").path("Content-Type").asText();
        assertEquals(type.toLowerCase(Locale.ROOT), got.header("Content-Type").toLowerCase(Locale.ROOT));
        if (type.contains("gif")) {
            // The recording was kept as text, which lost some of its bytes.
            assertArrayEquals(PIXEL, got.bytes());
        } else if (name.startsWith("bulk.") && got.status() != 204) {
            assertEquals(Json.parse(RECORDINGS.resolve(name + ".body.json")), got.json());
        } else {
            assertEquals(
                    RecordingFiles.text("matomo-5.0.2/" + name + ".body.txt").strip(),
                    got.text().strip());
        }
    }

    private PlainClient.Response send(JsonNode request) throws IOException {
        String who = request.path("token").asText("");
        String token = who.isEmpty() || who.equals("null") ? "" : tokens.apply(who);
        String path = request.path("path").asText();
        if (request.has("body")) {
            ObjectNode body = request.path("body").deepCopy();
            if (!token.isEmpty()) {
                body.put("token_auth", token);
            }
            return PlainClient.send(PlainClient.connect(server.resolve(path)), Json.write(body));
        }
        String form = form(request.path("params"), token);
        return request.path("http").asText().equals("GET")
                ? PlainClient.receive(PlainClient.connect(server.resolve(path + "?" + form)))
                : PlainClient.send(PlainClient.connect(server.resolve(path)), form);
    }

    private static String form(JsonNode params, String token) {
        Map<String, String> named = new LinkedHashMap<>();
        params.properties()
                .forEach(one -> named.put(one.getKey(), one.getValue().asText()));
        named.put("token_auth", token);
        return PlainClient.encode(named);
    }
}
