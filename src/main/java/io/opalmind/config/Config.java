package io.opalmind.config;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole configuration of one invocation, checked.
 *
 * @param matomoIfSet null where address or token are missing and the command does not need them
 * @param redis null where no Redis is configured
 * @param warnings what is doubtful but usable, one line each, without secrets
 */
public record Config(
        @Nullable MatomoConfig matomoIfSet,
        ProxyConfig proxy,
        @Nullable RedisConfig redis,
        CacheConfig cache,
        IdempotencyConfig idempotency,
        HealthConfig health,
        SiteMapping siteMapping,
        StateDirectory stateDirectory,
        List<String> warnings) {

    public Config {
        warnings = List.copyOf(warnings);
    }

    /**
     * Matomo's part, for commands that were loaded with Matomo as required.
     *
     * @throws IllegalStateException where Matomo was not required and is not configured
     */
    public MatomoConfig matomo() {
        if (matomoIfSet == null) {
            throw new IllegalStateException("this command was loaded without Matomo");
        }
        return matomoIfSet;
    }

    /**
     * The directory of the local store, the queue and the journals: an absolute path, which need not exist yet.
     *
     * @throws ConfigException where it is not set and there is no home directory
     */
    public Path stateDir() {
        return stateDirectory.path();
    }
}
