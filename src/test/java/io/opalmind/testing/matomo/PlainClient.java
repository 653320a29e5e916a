package io.opalmind.testing.matomo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Speaks to the fake with what the JDK has, so that its tests depend on nothing of the product. */
final class PlainClient {
    private static final int TIMEOUT_MS = 10_000;

    static {
        // Else the JDK sends a POST a second time where the answer does not come, and two hits are stored.
        System.setProperty("sun.net.http.retryPost", "false");
        // The JDK reads it once a process, and the product needs it so (UrlTransport), whichever test comes first.
        System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
    }

    record Response(int status, Map<String, List<String>> headers, byte[] bytes) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return Json.parse(text());
        }

        String header(String name) {
            for (Map.Entry<String, List<String>> header : headers.entrySet()) {
                if (name.equalsIgnoreCase(header.getKey())) {
                    return header.getValue().get(0);
                }
            }
            return "";
        }
    }

    private PlainClient() {}

    /** The product's way: module, method and format in the URL, everything else in the body. */
    static Response post(FakeMatomo matomo, String method, String token, String... params) throws IOException {
        return send(connect(matomo.url("index.php?module=API&format=JSON&method=" + method)), form(token, params));
    }

    /** The same with a super user's token. */
    static Response ask(FakeMatomo matomo, String method, String... params) throws IOException {
        return post(matomo, method, FakeMatomo.ADMIN_TOKEN, params);
    }

    /** All in the URL, as with curl. */
    static Response get(FakeMatomo matomo, String method, String token, String... params) throws IOException {
        String query = "index.php?module=API&format=JSON&method=" + method + "&" + form(token, params);
        return receive(connect(matomo.url(query)));
    }

    static HttpURLConnection connect(URI url) throws IOException {
        return connect(url, Proxy.NO_PROXY);
    }

    static HttpURLConnection connect(URI url, Proxy proxy) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection(proxy);
        connection.setConnectTimeout(TIMEOUT_MS);
        connection.setReadTimeout(TIMEOUT_MS);
        return connection;
    }

    static Response send(HttpURLConnection connection, String form) throws IOException {
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.getOutputStream().write(form.getBytes(StandardCharsets.UTF_8));
        return receive(connection);
    }

    static Response receive(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        InputStream body = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
        byte[] bytes = body == null ? new byte[0] : body.readAllBytes();
        return new Response(status, connection.getHeaderFields(), bytes);
    }

    /** A form of {@code name=value} pairs, the token last. */
    static String form(@Nullable String token, String... params) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String param : params) {
            int equals = param.indexOf('=');
            named.put(param.substring(0, equals), param.substring(equals + 1));
        }
        if (token != null) {
            named.put("token_auth", token);
        }
        return encode(named);
    }

    static String encode(Map<String, String> params) {
        StringBuilder form = new StringBuilder();
        params.forEach((name, value) -> {
            form.append(form.length() == 0 ? "" : "&");
            form.append(URLEncoder.encode(name, StandardCharsets.UTF_8)).append('=');
            form.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        });
        return form.toString();
    }
}
