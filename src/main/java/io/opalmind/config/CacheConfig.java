package io.opalmind.config;

import java.time.Duration;

/**
 * How reports are cached, in whichever store.
 *
 * @param ttl how long a report is kept; zero where the cache is off
 * @param prefix of the keys; not empty, and neither it nor the other prefix begins with the other
 */
public record CacheConfig(Duration ttl, String prefix) {

    /** Whether reports are cached at all. */
    public boolean isOn() {
        return !ttl.isZero();
    }
}
