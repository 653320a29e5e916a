package io.opalmind.testing.matomo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Records what a Matomo of yours answers, as recordings of {@code matomo-5.0.2}: a day, a series and a range.
 *
 * <p>{@code java src/test/java/io/opalmind/testing/matomo/Recorder.java METHOD NAME [PARAM=VALUE]…}, with the variables
 * MATOMO_BASE_URL, MATOMO_TOKEN_FILE and MATOMO_DEFAULT_SITE_ID. Knows the JDK alone, so that it runs as it stands.
 */
public final class Recorder {
    private static final String[][] TIMES = {{"day", "yesterday"}, {"day", "last7"}, {"range", "last30"}};

    private final URI matomo;
    private final String token;
    private final String site;
    private final Path folder;

    Recorder(URI matomo, String token, String site, Path folder) {
        this.matomo = matomo;
        this.token = token;
        this.site = site;
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException {
        String base = System.getenv("MATOMO_BASE_URL");
        String file = System.getenv("MATOMO_TOKEN_FILE");
        if (args.length < 2 || base == null || file == null) {
            System.err.println("Recorder METHOD NAME [PARAM=VALUE]…; set MATOMO_BASE_URL and MATOMO_TOKEN_FILE.");
            System.exit(2);
        }
        Map<String, String> params = new LinkedHashMap<>();
        for (int i = 2; i < args.length; i++) {
            params.put(args[i].split("=", 2)[0], args[i].split("=", 2)[1]);
        }
        String site = System.getenv().getOrDefault("MATOMO_DEFAULT_SITE_ID", "1");
        String token = Files.readString(Path.of(file)).strip();
        Path folder = Path.of("src/test/resources/matomo-5.0.2");
        new Recorder(URI.create(base.endsWith("/") ? base : base + "/"), token, site, folder)
                .record(args[0], args[1], params);
        System.err.println("Look through " + folder + "/" + args[1] + ".* before you commit it: visitors typed that.");
    }

    void record(String method, String name, Map<String, String> more) throws IOException {
        for (String[] time : TIMES) {
            Map<String, String> params = new LinkedHashMap<>();
            params.put("period", time[0]);
            params.put("date", time[1]);
            params.put("idSite", site);
            params.putAll(more);
            String body = ask(method, params);
            // The tests' Matomo has two sites, and the first is the one that all reports are of.
            params.put("idSite", "1");
            String file = name + "." + time[0] + "-" + time[1];
            Files.writeString(folder.resolve(file + ".body.json"), body.replace(token, "TOKEN"));
            Files.writeString(folder.resolve(file + ".meta.json"), meta(method, params));
        }
    }

    private String ask(String method, Map<String, String> params) throws IOException {
        URI asked = matomo.resolve("index.php?module=API&method=" + encode(method) + "&format=JSON");
        StringBuilder form = new StringBuilder("token_auth=").append(encode(token));
        params.forEach((key, value) -> form.append('&').append(key).append('=').append(encode(value)));
        HttpURLConnection connection = PlainClient.connect(asked);
        connection.setReadTimeout(60_000); // A long report takes its time.
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(form.toString().getBytes(StandardCharsets.UTF_8));
        }
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            String body = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (status != 200 || body.contains("\"result\":\"error\"")) {
                throw new IOException(method + " was refused with " + status + ": " + body.replace(token, "TOKEN"));
            }
            return body;
        }
    }

    private static String meta(String method, Map<String, String> params) {
        StringBuilder meta = new StringBuilder("{\"request\": {\"path\": \"index.php\", \"http\": \"POST\", ");
        meta.append("\"token\": \"admin\", \"params\": {\"module\": \"API\", \"format\": \"JSON\"");
        meta.append(", \"method\": \"").append(method).append('"');
        params.forEach((key, value) -> meta.append(", \"")
                .append(key)
                .append("\": \"")
                .append(escape(value))
                .append('"'));
        return meta.append("}},\n \"response\": {\"status\": 200, \"headers\": ")
                .append("{\"Content-Type\": \"application/json; charset=utf-8\"}}}\n")
                .toString();
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
