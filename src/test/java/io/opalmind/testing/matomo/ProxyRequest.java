package io.opalmind.testing.matomo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request as a proxy reads it.
 *
 * @param target {@code host:port} of a CONNECT, else an absolute URL
 */
record ProxyRequest(String method, String target, Map<String, String> headers, byte[] body) {
    private static final Set<String> HOP_BY_HOP = Set.of(
            "proxy-authorization", "proxy-connection", "connection", "transfer-encoding", "content-length", "host");

    /** The next request, or null where the client has no more. */
    static @Nullable ProxyRequest read(InputStream in) throws IOException {
        String[] first = line(in).split(" ");
        if (first.length < 2) {
            return null;
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).trim(), line.substring(colon + 1).trim());
        }
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        return new ProxyRequest(first[0], first[1], headers, in.readNBytes(length));
    }

    boolean isConnect() {
        return method.equals("CONNECT");
    }

    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    /** Asks the server, and gives its whole answer as bytes for the client. */
    byte[] forward() throws IOException {
        HttpURLConnection server = PlainClient.connect(URI.create(target));
        server.setInstanceFollowRedirects(false);
        server.setRequestMethod(method);
        headers.forEach((name, value) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                server.setRequestProperty(name, value);
            }
        });
        if (body.length > 0) {
            server.setDoOutput(true);
            server.getOutputStream().write(body);
        }
        return answer(server);
    }

    private static byte[] answer(HttpURLConnection server) throws IOException {
        int status = server.getResponseCode();
        InputStream stream = status >= 400 ? server.getErrorStream() : server.getInputStream();
        byte[] answer = stream == null ? new byte[0] : stream.readAllBytes();
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Forwarded\r\nVia: 1.1 fake\r\n");
        server.getHeaderFields().forEach((name, values) -> {
            if (name != null && !HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(
                        value -> head.append(name).append(": ").append(value).append("\r\n"));
            }
        });
        head.append("Content-Length: ").append(answer.length).append("\r\n\r\n");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        whole.write(answer);
        return whole.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
