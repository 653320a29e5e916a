package io.opalmind.store.redis;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which Redis, and how to speak to it.
 *
 * @param url as lettuce reads it, or null; then host, port and database say where
 * @param port 1 to 65535
 * @param database 0 or more
 * @param tls whether to speak TLS; without meaning where there is a url, which says so by its scheme
 * @param username of an ACL user, or null
 * @param password or null
 * @param caFile PEM certificates to trust in place of the JDK's, or null
 * @param certFile the client's certificate (PEM), or null
 * @param keyFile the client's key (PEM, PKCS#8 or PKCS#1, not encrypted), or null
 * @param cluster whether to speak Redis Cluster
 * @param connectTimeout for the connection and the signing in together
 * @param commandTimeout for one command
 * @param description host, port and database, for messages
 */
public record RedisSettings(
        @Nullable String url,
        String host,
        int port,
        int database,
        boolean tls,
        @Nullable String username,
        @Nullable String password,
        @Nullable Path caFile,
        @Nullable Path certFile,
        @Nullable Path keyFile,
        boolean cluster,
        Duration connectTimeout,
        Duration commandTimeout,
        String description) {
    /** A url decides by its scheme. */
    boolean speaksTls() {
        return url == null
                ? tls
                : url.startsWith("rediss") || url.startsWith("redis+ssl:") || url.startsWith("redis+tls:");
    }

    @Override
    public String toString() {
        return "RedisSettings[" + description + "]";
    }
}
