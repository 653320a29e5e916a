package io.opalmind.testing.matomo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads recordings from the test resources, in each of the forms in which they were kept. */
final class RecordingFiles {
    private static final String META = ".meta.json";

    private RecordingFiles() {}

    /** A resource as a file; tests run from a directory of classes. */
    static Path resource(String name) {
        URL found = RecordingFiles.class.getResource("/" + name);
        if (found == null) {
            throw new IllegalStateException("The test resource " + name + " is missing.");
        }
        try {
            return Path.of(found.toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The text of a resource, as it stands. */
    static String text(String name) {
        try {
            return Files.readString(resource(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Pairs of {@code NAME.meta.json} and {@code NAME.body.json} with the Reporting API, bulk requests by member. */
    static List<Recording> exchanges(String directory) {
        return exchanges(resource(directory));
    }

    static List<Recording> exchanges(Path directory) {
        List<Recording> recordings = new ArrayList<>();
        for (Path meta : files(directory, META)) {
            Recording recording = exchange(meta);
            if (recording != null && recording.key().method().equals("API.getBulkRequest")) {
                recordings.addAll(members(recording));
            } else if (recording != null) {
                recordings.add(recording);
            }
        }
        return recordings;
    }

    /** Files with {@code request} and {@code response} in one. */
    static List<Recording> reports(String directory) {
        List<Recording> recordings = new ArrayList<>();
        for (Path file : files(resource(directory), ".json")) {
            JsonNode report = Json.parse(file);
            String name = file.getFileName().toString().replace(".json", "");
            recordings.add(
                    new Recording(name, Asker.ADMIN, params(report.path("request")), 200, report.path("response")));
        }
        return recordings;
    }

    private static @Nullable Recording exchange(Path meta) {
        String name = meta.getFileName().toString().replace(META, "");
        Path body = meta.resolveSibling(name + ".body.json");
        JsonNode exchange = Json.parse(meta);
        JsonNode request = exchange.path("request");
        Asker asker = asker(request.path("token").asText());
        Map<String, String> params = params(request.path("params"));
        params.putAll(params(request.path("query")));
        params.putAll(params(request.path("form")));
        if (asker == null || !"API".equals(params.get("module")) || !Files.exists(body)) {
            return null;
        }
        return new Recording(
                name, asker, params, exchange.path("response").path("status").asInt(), Json.parse(body));
    }

    private static List<Recording> members(Recording bulk) {
        List<Recording> members = new ArrayList<>();
        for (int i = 0; i < bulk.body().size(); i++) {
            String member = QueryString.decode(bulk.params().getOrDefault("urls[" + i + "]", ""));
            String name = bulk.name() + "[" + i + "]";
            Recording one = new Recording(
                    name,
                    bulk.asker(),
                    QueryString.parse(member),
                    200,
                    bulk.body().get(i));
            // Messages within a bulk request are not escaped, so that they are no recordings of plain calls.
            if (!one.isError()) {
                members.add(one);
            }
        }
        return members;
    }

    /** Answers to tokens that were refused follow from the token alone, and are no answers to the question. */
    private static @Nullable Asker asker(String token) {
        return switch (token) {
            case "admin" -> Asker.ADMIN;
            case "viewer" -> Asker.VIEWER;
            default -> null;
        };
    }

    private static Map<String, String> params(JsonNode params) {
        Map<String, String> texts = new LinkedHashMap<>();
        params.properties()
                .forEach(param -> texts.put(param.getKey(), param.getValue().asText()));
        return texts;
    }

    private static List<Path> files(Path directory, String ending) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
