package io.opalmind.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where Redis is and how it is spoken to.
 *
 * @param url {@code REDIS_URL} as given, as lettuce reads it; null where the parts below hold
 * @param host a name or an address, IPv6 without brackets; empty where there is a url
 * @param port 1 to 65535; without meaning where there is a url
 * @param database 0 or more; 0 with a cluster; without meaning where there is a url
 * @param username ACL user; null where there is none, or the url has credentials of its own
 * @param password null where there is none, or the url has credentials of its own
 * @param connectTimeout 1 ms to 1 h
 * @param commandTimeout 1 ms to 1 h
 */
public record RedisConfig(
        @Nullable Secret url,
        String host,
        int port,
        int database,
        @Nullable String username,
        @Nullable Secret password,
        RedisTls tls,
        boolean cluster,
        Duration connectTimeout,
        Duration commandTimeout) {

    /** Host, port and database for messages, {@code redis.example.com:6379/0}; never a secret. */
    public String describe() {
        if (url == null) {
            return new HostPort(host, port) + "/" + database;
        }
        RedisUrl parts = RedisUrl.parse(url.reveal(), cluster);
        return parts == null ? "REDIS_URL" : parts.description();
    }
}
