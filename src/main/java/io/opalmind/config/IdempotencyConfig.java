package io.opalmind.config;

import java.time.Duration;

/**
 * How the records of delivered hits are kept, in whichever store.
 *
 * @param ttl how long, in whole seconds; one or more
 * @param prefix of the keys; not empty, and neither it nor the other prefix begins with the other
 */
public record IdempotencyConfig(Duration ttl, String prefix) {}
