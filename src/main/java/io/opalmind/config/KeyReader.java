package io.opalmind.config;

import java.time.Duration;

/** Reads lifetimes and key prefixes, which hold for every store. */
final class KeyReader {
    private static final String COUNTERS = "opalmind:stats:";

    private static final long LONGEST_CACHE_TTL_MS = 31_536_000_000L;

    private final Settings settings;

    KeyReader(Settings settings) {
        this.settings = settings;
    }

    CacheConfig cache() {
        Duration ttl = settings.milliseconds(Variable.CACHE_TTL_MS, 0, LONGEST_CACHE_TTL_MS);
        return new CacheConfig(ttl, prefix(Variable.REDIS_CACHE_PREFIX));
    }

    IdempotencyConfig idempotency() {
        long seconds = settings.whole(Variable.REDIS_IDEMPOTENCY_TTL, "a time in seconds", 1, Integer.MAX_VALUE);
        return new IdempotencyConfig(Duration.ofSeconds(seconds), prefix(Variable.REDIS_IDEMPOTENCY_PREFIX));
    }

    /** Keys of one kind would be taken for the other's: what lists or deletes by prefix must not meet both. */
    void checkApart(CacheConfig cache, IdempotencyConfig idempotency) {
        checkCounters(cache.prefix());
        if (!cache.prefix().startsWith(idempotency.prefix())
                && !idempotency.prefix().startsWith(cache.prefix())) {
            return;
        }
        Setting ofCache = settings.sources().find(Variable.REDIS_CACHE_PREFIX);
        Setting ofHits = settings.sources().find(Variable.REDIS_IDEMPOTENCY_PREFIX);
        Setting setting = ofCache == null ? ofHits : ofCache;
        if (setting != null) {
            Variable other = ofCache == null ? Variable.REDIS_CACHE_PREFIX : Variable.REDIS_IDEMPOTENCY_PREFIX;
            String prefix = ofCache == null ? cache.prefix() : idempotency.prefix();
            settings.findings()
                    .bad(
                            setting,
                            "not apart from " + other.name() + "=" + Shown.text(prefix) + place(other)
                                    + "; neither prefix may begin with the other");
        }
    }

    /** The SDK takes whatever begins with its prefix for cached reports; counters are none. */
    private void checkCounters(String prefix) {
        Setting setting = settings.sources().find(Variable.REDIS_CACHE_PREFIX);
        if (setting != null && (COUNTERS.startsWith(prefix) || prefix.startsWith(COUNTERS))) {
            settings.findings().bad(setting, "not apart from " + COUNTERS + ", where the counters stand");
        }
    }

    private String place(Variable variable) {
        Setting setting = settings.sources().find(variable);
        return " (" + (setting == null ? "default" : setting.origin()) + ")";
    }

    private String prefix(Variable variable) {
        Setting setting = settings.sources().find(variable);
        if (setting == null) {
            return variable.defaultText();
        }
        if (SecretText.hasControls(setting.value())) {
            settings.findings().bad(setting, "has a control character in it; a prefix for keys, as myshop:cache:");
            return variable.defaultText();
        }
        return setting.value();
    }
}
