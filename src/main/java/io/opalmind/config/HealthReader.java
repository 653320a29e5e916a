package io.opalmind.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads the thresholds of {@code health}. */
final class HealthReader {
    private static final long MOST_PENDING = 1_000_000_000_000L;
    private static final long LONGEST_AGE_MS = 31_536_000_000L;

    private final Settings settings;

    HealthReader(Settings settings) {
        this.settings = settings;
    }

    HealthConfig read() {
        int faultsBefore = settings.findings().count();
        long warnPending = pending(Variable.MATOMO_QUEUE_WARN_PENDING);
        long failPending = pending(Variable.MATOMO_QUEUE_FAIL_PENDING);
        Duration warnAge = settings.milliseconds(Variable.MATOMO_QUEUE_WARN_AGE_MS, 0, LONGEST_AGE_MS);
        Duration failAge = settings.milliseconds(Variable.MATOMO_QUEUE_FAIL_AGE_MS, 0, LONGEST_AGE_MS);
        double warnRate = settings.percent(Variable.MATOMO_CACHE_WARN_HIT_RATE);
        double failRate = settings.percent(Variable.MATOMO_CACHE_FAIL_HIT_RATE);
        long sample = settings.whole(Variable.MATOMO_CACHE_SAMPLE_SIZE, "a number of look-ups", 1, Integer.MAX_VALUE);
        HealthConfig health =
                new HealthConfig(warnPending, failPending, warnAge, failAge, warnRate, failRate, (int) sample);
        if (settings.findings().count() == faultsBefore) {
            checkOrder(health);
        }
        return health;
    }

    private void checkOrder(HealthConfig health) {
        if (health.queueFailPending() < health.queueWarnPending()) {
            clash(Variable.MATOMO_QUEUE_FAIL_PENDING, "below", Variable.MATOMO_QUEUE_WARN_PENDING);
        }
        if (health.queueFailAge().compareTo(health.queueWarnAge()) < 0) {
            clash(Variable.MATOMO_QUEUE_FAIL_AGE_MS, "below", Variable.MATOMO_QUEUE_WARN_AGE_MS);
        }
        if (health.cacheFailHitRate() > health.cacheWarnHitRate()) {
            clash(Variable.MATOMO_CACHE_FAIL_HIT_RATE, "above", Variable.MATOMO_CACHE_WARN_HIT_RATE);
        }
    }

    private long pending(Variable variable) {
        return settings.whole(variable, "a number of hits", 0, MOST_PENDING);
    }

    /** The fault is laid at the failing threshold, where that is set; one of the two is, as the defaults agree. */
    private void clash(Variable fail, String relation, Variable warn) {
        Setting setting = settings.sources().find(fail);
        Setting other = settings.sources().find(warn);
        String rule = "; health fails no sooner than it warns, so " + fail.name() + " must not be " + relation + " "
                + warn.name();
        if (setting != null) {
            settings.findings().bad(setting, relation + " " + described(warn, other) + rule);
        } else if (other != null) {
            settings.findings().bad(other, "puts " + described(fail, null) + " " + relation + " it" + rule);
        }
    }

    private static String described(Variable variable, @Nullable Setting setting) {
        return setting == null
                ? variable.name() + "=" + variable.defaultText() + " (default)"
                : variable.name() + "=" + Shown.of(setting) + " (" + setting.origin() + ")";
    }
}
