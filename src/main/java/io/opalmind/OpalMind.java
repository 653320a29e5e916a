package io.opalmind;

import io.opalmind.config.Config;
import io.opalmind.config.MatomoConfig;
import io.opalmind.config.ProxyServer;
import io.opalmind.health.HealthQuestions;
import io.opalmind.health.HealthReport;
import io.opalmind.matomo.CacheFeatures;
import io.opalmind.matomo.MatomoClient;
import io.opalmind.matomo.ReportCache;
import io.opalmind.matomo.SiteLookups;
import io.opalmind.matomo.http.HttpSettings;
import io.opalmind.matomo.http.LoginMemory;
import io.opalmind.matomo.http.ReportingApi;
import io.opalmind.matomo.http.Retries;
import io.opalmind.matomo.http.TrackingApi;
import io.opalmind.matomo.http.UrlTransport;
import io.opalmind.matomo.track.DeliveryPolicy;
import io.opalmind.matomo.track.LiveVerifier;
import io.opalmind.matomo.track.MatomoGate;
import io.opalmind.store.StoreException;
import io.opalmind.store.redis.RedisLink;
import io.opalmind.store.redis.inspect.Expected;
import io.opalmind.store.redis.inspect.KeySpace;
import io.opalmind.store.redis.inspect.Lives;
import io.opalmind.store.redis.inspect.RedisInspector;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
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
    private final RedisAccess redis;
    private final Stores stores;
    private @Nullable Tracking tracking;
    private @Nullable Http http;
    private volatile @Nullable HealthChecks health;

    /** @param version of the tool, for the User-Agent header */
    public OpalMind(Config config, Mode mode, Clock clock, Notices notices, String version) {
        this.config = config;
        this.mode = mode;
        this.clock = clock;
        this.notices = notices;
        this.version = version;
        this.redis = new RedisAccess(config, notices);
        this.stores = new Stores(config, clock, notices, redis);
    }

    /** A client of the configured Matomo. */
    public MatomoClient client() {
        return new MatomoClient(this::api, cache(), notices::warn);
    }

    /**
     * How it stands with the cache.
     *
     * @param since counted from the start of this instant's hour; {@link Instant#EPOCH} is all that was ever counted
     */
    public CacheStats cacheStats(Instant since) {
        return stores.stats(since);
    }

    /** Lets the counters of the cache begin anew; false where that cannot be done, which was told as a warning. */
    public boolean resetCacheStats() {
        stores.reset();
        return !stores.hasFailed();
    }

    /** Looks at everything that the tool stands on, in so little time as the slowest of it takes. */
    public HealthReport health(HealthQuestions questions) {
        HealthChecks checks = new HealthChecks(config, httpSettings(), origin(), matomo(), clock, version);
        health = checks;
        return checks.run(questions);
    }

    private ReportCache cache() {
        return new ReportCache(stores, stores, clock, config.cache().ttl(), origin(), mode.cache(), notices::warn);
    }

    /** What hits need on their way; the same one each time. */
    public synchronized Tracking tracking(DeliveryPolicy.OnUnknown onUnknown) {
        Tracking made = tracking;
        if (made == null) {
            String matomo = matomo();
            made = new Tracking(
                    matomo,
                    new HitStores(config, matomo, clock, redis),
                    new HitQueues(config, matomo, clock, redis),
                    new MatomoGate(new SiteLookups(this::api, cache()), clock),
                    new LiveVerifier(this::api, notices::detail),
                    this::trackingApi,
                    DeliveryPolicy.of(onUnknown, config.matomo().timeout()),
                    redis::hasFailed,
                    clock,
                    notices);
            tracking = made;
        }
        return made;
    }

    /**
     * Looks into the configured Redis, which is opened for it.
     *
     * @throws io.opalmind.config.ConfigException where none is configured
     * @throws RedisNeededException where it cannot be reached, or fails
     */
    public <T> T inspect(Function<RedisInspector, T> work) {
        RedisLink link = redis.required();
        try {
            return work.apply(new RedisInspector(
                    link,
                    new KeySpace(config.cache().prefix(), config.idempotency().prefix()),
                    new Lives(config.cache().ttl(), config.idempotency().ttl())));
        } catch (StoreException e) {
            throw redis.fault(e);
        }
    }

    /** Against what keys in Redis are held; of Matomo nothing where it is not configured. */
    public Expected expected() {
        MatomoConfig matomo = config.matomoIfSet();
        return matomo == null
                ? new Expected(null, null, List.of(), CacheFeatures.all(), clock)
                : new Expected(
                        origin(),
                        Origin.of(matomo.baseUrl(), ""),
                        List.of(matomo.token().reveal()),
                        CacheFeatures.all(),
                        clock);
    }

    private ReportingApi api() {
        Http open = http();
        return new ReportingApi(
                open.transport,
                open.settings,
                new Retries(open.settings.maxAttempts(), FIRST_RETRY, notices::detail),
                open.logins);
    }

    private TrackingApi trackingApi() {
        Http open = http();
        return new TrackingApi(open.transport, open.settings, open.logins);
    }

    /** What both of Matomo's APIs go over. */
    private static final class Http {
        private final HttpSettings settings;
        private final UrlTransport transport;
        private final LoginMemory logins;

        private Http(HttpSettings settings, UrlTransport transport, LoginMemory logins) {
            this.settings = settings;
            this.transport = transport;
            this.logins = logins;
        }
    }

    private synchronized Http http() {
        Http open = http;
        if (open == null) {
            HttpSettings settings = httpSettings();
            open = new Http(
                    settings,
                    new UrlTransport(settings, "opalmind/" + version),
                    new LoginMemory(config.stateDir().resolve("logins"), origin(), settings, clock, mode.force()));
            http = open;
        }
        return open;
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

    /** Tells this Matomo from others, whoever asks it. */
    private String matomo() {
        return Origin.of(config.matomo().baseUrl(), "");
    }

    private String origin() {
        return Origin.of(config.matomo().baseUrl(), config.matomo().token().reveal());
    }

    @Override
    public void close() {
        HealthChecks checks = health;
        if (checks != null) {
            checks.close();
        }
        try {
            if (tracking != null) {
                tracking.close();
            }
            stores.close();
        } catch (StoreException e) {
            notices.warn(String.valueOf(e.getMessage()));
        }
    }
}
