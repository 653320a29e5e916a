package io.opalmind.config;

import java.time.Duration;

/**
 * From where on {@code health} warns and fails.
 *
 * @param queueWarnPending undelivered hits, 0 or more
 * @param queueFailPending undelivered hits, not below the warning's
 * @param queueWarnAge age of the oldest undelivered hit
 * @param queueFailAge age of the oldest undelivered hit, not below the warning's
 * @param cacheWarnHitRate percent, 0 to 100: below it is a warning
 * @param cacheFailHitRate percent, not above the warning's: below it is a failure
 * @param cacheSampleSize look-ups from which the hit rate is judged; one or more
 */
public record HealthConfig(
        long queueWarnPending,
        long queueFailPending,
        Duration queueWarnAge,
        Duration queueFailAge,
        double cacheWarnHitRate,
        double cacheFailHitRate,
        int cacheSampleSize) {}
