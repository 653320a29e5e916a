package io.opalmind.config;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * Reads the configuration: option, then process environment, then env file, then profile, then default. An empty value
 * counts as not set in each of them, so that {@code MATOMO_TOKEN= opalmind …} falls back to the next place.
 */
public final class ConfigLoader {
    private final Map<String, String> environment;
    private final Path workingDirectory;
    private final InputStream stdin;

    /**
     * @param environment the process environment
     * @param workingDirectory absolute; where {@code .env} is, and what relative paths start from
     * @param stdin read for {@code --token-file -} alone, and then one line of it
     */
    public ConfigLoader(Map<String, String> environment, Path workingDirectory, InputStream stdin) {
        this.environment = environment;
        this.workingDirectory = workingDirectory;
        this.stdin = stdin;
    }

    /**
     * The configuration, with its warnings.
     *
     * @throws ConfigException with every fault that there is, not the first alone
     */
    public Config load(ConfigOptions options) {
        Findings findings = new Findings();
        Sources sources = new SourceReader(environment, workingDirectory, findings).read(options);
        Settings settings = new Settings(sources, findings, workingDirectory);
        MatomoConfig matomo = new MatomoReader(settings, stdin).read(options);
        ProxyConfig proxy = new ProxyReader(settings).read();
        RedisConfig redis = new RedisReader(settings).read();
        KeyReader keys = new KeyReader(settings);
        CacheConfig cache = keys.cache();
        IdempotencyConfig idempotency = keys.idempotency();
        keys.checkApart(cache, idempotency);
        HealthConfig health = new HealthReader(settings).read();
        SiteMapping sites = siteMapping(settings);
        StateDirectory state = StateDirectory.read(settings, new UserDirectories(environment));
        findings.throwIfAny();
        return new Config(matomo, proxy, redis, cache, idempotency, health, sites, state, findings.warnings());
    }

    /**
     * The names of sites alone, from wherever {@link #load} would have them, and whatever else is wrong.
     *
     * @throws ConfigException with the faults of the places that settings come from, such as a profile that is missing
     */
    public SiteMapping sites(ConfigOptions options) {
        Findings findings = new Findings();
        Settings settings = new Settings(
                new SourceReader(environment, workingDirectory, findings).read(options), findings, workingDirectory);
        SiteMapping sites = siteMapping(settings);
        findings.throwIfAny();
        return sites;
    }

    private static SiteMapping siteMapping(Settings settings) {
        Setting setting = settings.sources().find(Variable.SITE_MAPPING_PATH);
        return new SiteMapping(setting, setting == null ? null : settings.path(setting));
    }
}
