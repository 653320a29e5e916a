package io.opalmind.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * TLS to Redis.
 *
 * @param enabled by {@code REDIS_TLS}; a {@code REDIS_URL} decides by its scheme instead
 * @param caFile certificate of a private CA (PEM); null where the system's are to do
 * @param certFile client certificate (PEM); null where there is none, and then so is the key
 * @param keyFile key of the client certificate (PEM)
 */
public record RedisTls(
        boolean enabled,
        @Nullable Path caFile,
        @Nullable Path certFile,
        @Nullable Path keyFile) {}
