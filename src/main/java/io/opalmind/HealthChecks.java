package io.opalmind;

import io.opalmind.config.Config;
import io.opalmind.config.RedisConfig;
import io.opalmind.health.CacheProbe;
import io.opalmind.health.Examination;
import io.opalmind.health.HealthQuestions;
import io.opalmind.health.HealthReport;
import io.opalmind.health.MatomoProbe;
import io.opalmind.health.Probe;
import io.opalmind.health.QueueProbe;
import io.opalmind.health.RedisProbe;
import io.opalmind.matomo.http.HttpSettings;
import io.opalmind.matomo.http.LoginMemory;
import io.opalmind.matomo.http.ReportingApi;
import io.opalmind.matomo.http.Retries;
import io.opalmind.matomo.http.TimedTransport;
import io.opalmind.matomo.http.UrlTransport;
import io.opalmind.store.HitQueue;
import io.opalmind.store.LocalStatsStore;
import io.opalmind.store.QueueSummary;
import io.opalmind.store.StatsStore;
import io.opalmind.store.redis.RedisRoundTrip;
import io.opalmind.store.redis.RedisStatsStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The probes of the configured Matomo, stores and queue. They have connections of their own, which nobody warns of: that
 * one fails is what is to be found out.
 */
final class HealthChecks implements AutoCloseable {
    /** For what lies in files. */
    private static final Duration LOCAL = Duration.ofSeconds(10);

    private final Config config;
    private final HttpSettings settings;
    private final String origin;
    private final Clock clock;
    private final String version;
    private final RedisAccess redis;
    private final HitQueue queue;

    /**
     * @param origin tells this Matomo and this user from others
     * @param matomo tells this Matomo from others
     */
    HealthChecks(Config config, HttpSettings settings, String origin, String matomo, Clock clock, String version) {
        this.config = config;
        this.settings = settings;
        this.origin = origin;
        this.clock = clock;
        this.version = version;
        this.redis = new RedisAccess(config, new Silence());
        this.queue = new HitQueues(config, matomo, clock, redis);
    }

    private static final class Silence implements Notices {
        @Override
        public void warn(String message) {}

        @Override
        public void detail(String message) {}
    }

    HealthReport run(HealthQuestions questions) {
        List<Probe> probes = new ArrayList<>();
        Duration storeLimit = storeLimit();
        probes.add(matomo(questions));
        probes.add(new CacheProbe(this::stats, config.health(), storeLimit, clock));
        probes.add(new QueueProbe(this::queue, config.health(), storeLimit, clock));
        RedisConfig configured = config.redis();
        if (configured != null) {
            probes.add(new RedisProbe(this::roundTrip, configured.describe(), storeLimit, clock));
        }
        return new Examination(probes, clock).run();
    }

    /** By its own word nothing is sent by force: a check that runs every minute would lock the address out. */
    private MatomoProbe matomo(HealthQuestions questions) {
        LoginMemory logins = new LoginMemory(config.stateDir().resolve("logins"), origin, settings, clock, false);
        TimedTransport timer = new TimedTransport(new UrlTransport(settings, "opalmind/" + version), clock);
        ReportingApi api = new ReportingApi(timer, settings, new Retries(1, Duration.ZERO, this::ignore), logins);
        return new MatomoProbe(api, timer, logins, questions, settings.timeout(), clock);
    }

    private void ignore(String furtherAttempt) {}

    private StatsStore stats() {
        return redis.isConfigured()
                ? new RedisStatsStore(redis.linkOrThrow(), config.cache().prefix(), clock)
                : new LocalStatsStore(config.stateDir(), clock);
    }

    /** Where Redis has failed, the files of this host are all that is seen: nothing in them is no good news. */
    private QueueSummary queue() {
        QueueSummary summary = queue.summary();
        if (summary.pending() == 0 && summary.dead() == 0 && redis.hasFailed()) {
            redis.linkOrThrow();
        }
        return summary;
    }

    private Duration roundTrip() {
        return new RedisRoundTrip(redis.linkOrThrow(), config.cache().prefix()).measure();
    }

    /** A sentinel or a cluster is asked before the server is, and then there are two commands in turn. */
    private Duration storeLimit() {
        RedisConfig configured = config.redis();
        return configured == null
                ? LOCAL
                : configured
                        .connectTimeout()
                        .multipliedBy(2)
                        .plus(configured.commandTimeout().multipliedBy(2));
    }

    @Override
    public void close() {
        queue.close();
        redis.close();
    }
}
