package io.opalmind.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where Matomo is and how it is asked.
 *
 * @param baseUrl its root, ending in {@code /}; http or https, without user, query and fragment
 * @param token printable ASCII
 * @param defaultSiteId one or more; null where none is set
 * @param timeout of one attempt, 1 ms to 1 h
 * @param maxAttempts of one request, 1 to 20
 * @param caFile certificate of a private CA (PEM); null where the system's are to do
 * @param maxResponseBytes the largest answer that is read
 */
public record MatomoConfig(
        URI baseUrl,
        Secret token,
        @Nullable Integer defaultSiteId,
        Duration timeout,
        int maxAttempts,
        @Nullable Path caFile,
        long maxResponseBytes) {}
