package io.opalmind.matomo.http;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to reach one Matomo.
 *
 * @param baseUrl Matomo's root, ending in {@code /}
 * @param token the token; sent in the body of a POST and nowhere else
 * @param timeout for one attempt, from connecting to the answer's last byte
 * @param maxAttempts attempts of one request, 1 or more
 * @param maxResponseBytes a longer answer, unpacked, is an error
 * @param caFile PEM certificates to trust in place of the JDK's, or null
 * @param proxy the proxy for this URL, or null
 */
public record HttpSettings(
        URI baseUrl,
        String token,
        Duration timeout,
        int maxAttempts,
        long maxResponseBytes,
        @Nullable Path caFile,
        @Nullable ProxySettings proxy) {

    /** A proxy that speaks HTTP; {@code credentials} is {@code user:password} or null. */
    public record ProxySettings(
            String host, int port, @Nullable String credentials) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /** Host and port as a message names them. */
    public String where() {
        return baseUrl.getPort() < 0 ? baseUrl.getHost() : baseUrl.getHost() + ":" + baseUrl.getPort();
    }

    @Override
    public String toString() {
        return "HttpSettings[" + baseUrl + "]";
    }
}
