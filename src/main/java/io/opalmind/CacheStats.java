package io.opalmind;

import io.opalmind.store.CacheCensus;
import io.opalmind.store.CacheCounters;
import java.time.Instant;
import java.util.Map;

/**
 * How it stands with the cache.
 *
 * @param store {@code redis} or {@code local}; {@code memory} where that cannot be used, and nothing is known
 * @param at when it was looked at
 * @param counters by feature, over all invocations and hosts
 * @param entries that are there now
 */
public record CacheStats(String store, Instant at, Map<String, CacheCounters> counters, CacheCensus entries) {}
