package io.opalmind.health;

import io.opalmind.config.HealthConfig;
import io.opalmind.matomo.Value;
import io.opalmind.store.CacheCounters;
import io.opalmind.store.StatsStore;
import io.opalmind.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * {@code reports-cache}: how many look-ups of the last day the cache answered, over all invocations. A sum over all time
 * would hardly move when the cache breaks.
 */
public final class CacheProbe implements Probe {
    static final String NAME = "reports-cache";

    private static final Duration WINDOW = Duration.ofHours(24);

    private final Supplier<StatsStore> stats;
    private final HealthConfig limits;
    private final Duration limit;
    private final Clock clock;

    /** @param stats opens the counters; may throw a {@link StoreException} */
    public CacheProbe(Supplier<StatsStore> stats, HealthConfig limits, Duration limit, Clock clock) {
        this.stats = stats;
        this.limits = limits;
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public List<String> names() {
        return List.of(NAME);
    }

    @Override
    public String componentType() {
        return "cache";
    }

    @Override
    public Duration limit() {
        return limit;
    }

    @Override
    public List<Check> run() {
        Finding finding = new Finding(NAME, componentType());
        try {
            judge(sum(), finding);
        } catch (StoreException e) {
            finding.warn("Hit rate not known: " + e.getMessage()
                    + (String.valueOf(e.getMessage()).endsWith(".") ? "" : "."));
        }
        return List.of(finding.at(clock.instant()));
    }

    private CacheCounters sum() {
        CacheCounters sum = CacheCounters.NONE;
        for (CacheCounters one :
                stats.get().counters(clock.instant().minus(WINDOW)).values()) {
            sum = sum.plus(one);
        }
        return sum;
    }

    private void judge(CacheCounters sum, Finding finding) {
        double rate = sum.hitRate();
        String said = "Hit rate: " + Math.round(rate * 10) / 10.0 + "% (" + sum.hits() + "/" + sum.lookups()
                + " requests in 24 hours)";
        if (sum.lookups() < limits.cacheSampleSize()) {
            finding.pass(said + "; too few to judge, " + limits.cacheSampleSize() + " are needed.");
        } else if (rate < limits.cacheFailHitRate()) {
            finding.fail(said + ", below " + Measure.digits(limits.cacheFailHitRate()) + "%.");
        } else if (rate < limits.cacheWarnHitRate()) {
            finding.warn(said + ", below " + Measure.digits(limits.cacheWarnHitRate()) + "%.");
        } else {
            finding.pass(said + ".");
        }
        tell(sum, rate, finding);
    }

    private void tell(CacheCounters sum, double rate, Finding finding) {
        Value rounded = new Value.Num(Measure.digits(Math.round(rate * 100) / 100.0));
        finding.observed(rounded, "%")
                .detail("hitRate", rounded)
                .detail("hits", sum.hits())
                .detail("misses", sum.misses())
                .detail("sets", sum.sets())
                .detail("staleEvictions", sum.staleEvictions())
                .detail("sampleSize", limits.cacheSampleSize())
                .detail("warnHitRate", new Value.Num(Measure.digits(limits.cacheWarnHitRate())))
                .detail("failHitRate", new Value.Num(Measure.digits(limits.cacheFailHitRate())));
        if (sum.lookups() > 0) {
            finding.measure(Measure.of(
                            "cache_hit_rate",
                            "cache_hit_ratio",
                            "Share of look-ups in the cache of reports that found something, in 24 hours.",
                            rate,
                            Measure.Unit.PERCENT)
                    .within(
                            Measure.digits(limits.cacheWarnHitRate()) + ":",
                            Measure.digits(limits.cacheFailHitRate()) + ":"));
        }
        finding.measure(Measure.of(
                "cache_lookups",
                "cache_lookups",
                "Look-ups in the cache of reports in 24 hours.",
                sum.lookups(),
                Measure.Unit.COUNT));
    }
}
