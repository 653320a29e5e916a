package io.opalmind.store.redis.inspect;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Against what keys are held.
 *
 * @param origin of cached reports of this Matomo and token, or null where none is configured
 * @param matomo tells this Matomo from others in the names of keys, or null
 * @param secrets that must stand nowhere
 * @param features all that is ever cached, by the SDK or by us
 */
public record Expected(
        @Nullable String origin, @Nullable String matomo, List<String> secrets, Set<String> features, Clock clock) {}
