package io.opalmind;

import io.opalmind.config.Config;
import io.opalmind.config.MatomoConfig;
import io.opalmind.config.ProxyServer;
import io.opalmind.matomo.MatomoClient;
import io.opalmind.matomo.ReportCache;
import io.opalmind.matomo.http.HttpSettings;
import io.opalmind.matomo.http.LoginMemory;
import io.opalmind.matomo.http.ReportingApi;
import io.opalmind.matomo.http.Retries;
import io.opalmind.matomo.http.UrlTransport;
import io.opalmind.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The whole of it: a configuration in, a client and its stores out. Nothing is opened before it is needed; close it, and
 * everything is closed at once.
 */
public final class OpalMind implements AutoCloseable {
    /**
     * How an invocation departs from the configuration.
     *
     * @param cache which ways the cache is used
     * @param force whether to send although Matomo has refused this token or address of late
     */
    public record Mode(ReportCache.Use cache, boolean force) {
        public static final Mode ORDINARY = new Mode(ReportCache.Use.READ_AND_WRITE, false);
    }

    private static final Duration FIRST_RETRY = Duration.ofMillis(150);

    private final Config config;
    private final Mode mode;
    private final Clock clock;
    private final Notices notices;
    private final String version;
    private final Stores stores;
    private @Nullable ReportingApi api;

    /** @param version of the tool, for the User-Agent header */
    public OpalMind(Config config, Mode mode, Clock clock, Notices notices, String version) {
        this.config = config;
        this.mode = mode;
        this.clock = clock;
        this.notices = notices;
        this.version = version;
        this.stores = new Stores(config, clock, notices, new RedisAccess(config, notices));
    }

    /** A client of the configured Matomo. */
    public MatomoClient client() {
        ReportCache cache =
                new ReportCache(stores, stores, clock, config.cache().ttl(), origin(), mode.cache(), notices::warn);
        return new MatomoClient(this::api, cache, notices::warn);
    }

    private synchronized ReportingApi api() {
        ReportingApi opened = api;
        if (opened == null) {
            HttpSettings settings = httpSettings();
            LoginMemory logins =
                    new LoginMemory(config.stateDir().resolve("logins"), origin(), settings, clock, mode.force());
            opened = new ReportingApi(
                    new UrlTransport(settings, "opalmind/" + version),
                    settings,
                    new Retries(settings.maxAttempts(), FIRST_RETRY, notices::detail),
                    logins);
            api = opened;
        }
        return opened;
    }

    private HttpSettings httpSettings() {
        MatomoConfig matomo = config.matomo();
        ProxyServer proxy = config.proxy().proxyFor(matomo.baseUrl());
        return new HttpSettings(
                matomo.baseUrl(),
                matomo.token().reveal(),
                matomo.timeout(),
                matomo.maxAttempts(),
                matomo.maxResponseBytes(),
                matomo.caFile(),
                proxy == null ? null : new HttpSettings.ProxySettings(proxy.host(), proxy.port(), credentials(proxy)));
    }

    private static @Nullable String credentials(ProxyServer proxy) {
        return proxy.user() == null || proxy.password() == null
                ? null
                : proxy.user() + ":" + proxy.password().reveal();
    }

    private String origin() {
        return Origin.of(config.matomo().baseUrl(), config.matomo().token().reveal());
    }

    @Override
    public void close() {
        try {
            stores.close();
        } catch (StoreException e) {
            notices.warn(String.valueOf(e.getMessage()));
        }
    }
}
