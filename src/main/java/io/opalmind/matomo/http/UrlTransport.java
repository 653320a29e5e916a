package io.opalmind.matomo.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Transport over HttpURLConnection: java.net.http's client costs 300 to 500 ms of a short invocation (docs/adr/0002).
 * Connections are kept alive between requests; several threads may send at once.
 */
public final class UrlTransport implements Transport {
    private static final int MAX_REDIRECTS = 5;

    static {
        // The JDK would send a POST a second time on its own when a kept connection breaks: a hit counted twice. Its
        // streaming mode would not, but that loses the body of a 401, where Matomo says what it refuses.
        System.setProperty("sun.net.http.retryPost", "false");
        // An import has up to 32 connections, and the JDK keeps five.
        System.setProperty("http.maxConnections", "32");
        // Basic authentication at a proxy for https is off by default in the JDK, and the only kind that users have.
        System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
    }

    private final HttpSettings settings;
    private final String userAgent;
    private final @Nullable ProxyLogin proxyLogin;
    private @Nullable SSLSocketFactory privateTrust;

    public UrlTransport(HttpSettings settings, String userAgent) {
        this.settings = settings;
        this.userAgent = userAgent;
        this.proxyLogin = ProxyLogin.of(settings.proxy());
    }

    @Override
    public HttpAnswer post(String pathAndQuery, String contentType, byte[] body, Progress progress) throws IOException {
        long deadline = System.nanoTime() + settings.timeout().toNanos();
        URI target = settings.baseUrl().resolve(pathAndQuery);
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            HttpURLConnection connection = connect(target, contentType, deadline, progress);
            send(connection, body);
            URI next = Redirects.next(target, connection);
            if (next == null) {
                return answer(connection, deadline);
            }
            connection.disconnect();
            target = next;
        }
        throw new RedirectException("Matomo at " + settings.where() + " redirects in a circle. Check MATOMO_BASE_URL.");
    }

    private HttpURLConnection connect(URI target, String contentType, long deadline, Progress progress)
            throws IOException {
        HttpURLConnection connection = (HttpURLConnection) target.toURL().openConnection(proxy());
        if (connection instanceof HttpsURLConnection https && settings.caFile() != null) {
            https.setSSLSocketFactory(trust());
        }
        int left = (int) Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
        connection.setConnectTimeout(left);
        connection.setReadTimeout(left);
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setDoOutput(true);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", contentType);
        connection.setRequestProperty("Accept", "application/json");
        connection.setRequestProperty("Accept-Encoding", "gzip");
        connection.setRequestProperty("User-Agent", userAgent);
        if (proxyLogin != null) {
            proxyLogin.prepare(connection);
        }
        // In a step of its own, name, tunnel and TLS included, so that one knows whether anything may have left.
        progress.connecting();
        connection.connect();
        progress.leaving();
        return connection;
    }

    private static void send(HttpURLConnection connection, byte[] body) throws IOException {
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        connection.getResponseCode();
    }

    private HttpAnswer answer(HttpURLConnection connection, long deadline) throws IOException {
        int status = connection.getResponseCode();
        InputStream raw = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
        InputStream body = InputStream.nullInputStream();
        if (raw != null && status != 204) {
            body = new TimedBody(WholeBody.of(raw, connection), deadline - System.nanoTime());
            if ("gzip".equalsIgnoreCase(connection.getContentEncoding())) {
                body = new GzipBody(body);
            }
        }
        return new HttpAnswer(status, connection::getHeaderField, new BoundedBody(body, settings.maxResponseBytes()));
    }

    private Proxy proxy() {
        HttpSettings.ProxySettings proxy = settings.proxy();
        return proxy == null
                ? Proxy.NO_PROXY
                : new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.host(), proxy.port()));
    }

    private synchronized SSLSocketFactory trust() throws IOException {
        SSLSocketFactory trust = privateTrust;
        if (trust == null && settings.caFile() != null) {
            trust = PrivateTrust.of(settings.caFile());
            privateTrust = trust;
        }
        if (trust == null) {
            throw new IOException("no CA file");
        }
        return trust;
    }
}
