package io.opalmind.health;

import io.opalmind.config.HealthConfig;
import io.opalmind.matomo.Value;
import io.opalmind.store.CacheCounters;
import io.opalmind.store.StatsStore;
import io.opalmind.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * {@code reports-cache}: how many look-ups of the last day the cache answered, over all invocations. A sum over all time
 * would hardly move when the cache breaks.
 */
public final class CacheProbe extends StoreProbe {
    static final String NAME = "reports-cache";

    private static final Duration WINDOW = Duration.ofHours(24);

    private final Supplier<StatsStore> stats;
    private final HealthConfig limits;

    /** @param stats opens the counters; may throw a {@link StoreException} */
    public CacheProbe(Supplier<StatsStore> stats, HealthConfig limits, Duration limit, Clock clock) {
        super(NAME, "cache", limit, clock);
        this.stats = stats;
        this.limits = limits;
    }

    @Override
    void look(Finding finding) {
        judge(sum(), finding);
    }

    @Override
    void away(Finding finding, String cause) {
        unknown(finding, "Hit rate", cause);
    }

    private CacheCounters sum() {
        CacheCounters sum = CacheCounters.NONE;
        for (CacheCounters one :
                stats.get().counters(clock().instant().minus(WINDOW)).values()) {
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
