package io.opalmind.store.redis.inspect;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which keys are meant. Null, and a negative size, let all pass. What is asked of a key and not known of it is not met.
 *
 * @param kinds one at least
 * @param feature of cached reports
 * @param site of cached reports
 * @param olderThan by {@link FoundKey#ageSeconds}
 * @param expiresWithin by what is left of its life
 * @param largerThan bytes of memory
 * @param glob Redis' pattern for what comes behind the prefix
 */
public record KeyFilter(
        Set<KeyKind> kinds,
        @Nullable String feature,
        @Nullable Long site,
        @Nullable Duration olderThan,
        @Nullable Duration expiresWithin,
        long largerThan,
        @Nullable String glob) {

    public KeyFilter {
        // In their order, whatever the JVM, as an export that is gone on with is known by its filter.
        kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    }

    /** All keys of these kinds. */
    public static KeyFilter of(Set<KeyKind> kinds) {
        return new KeyFilter(kinds, null, null, null, null, -1, null);
    }

    byte @Nullable [] globBytes() {
        return glob == null ? null : glob.getBytes(StandardCharsets.UTF_8);
    }

    /** By the name alone, before anything is asked about the key. */
    boolean admitsName(FoundKey key) {
        if (!kinds.contains(key.kind())) {
            return false;
        }
        ReportKey report = key.report();
        boolean meant = feature == null || (report != null && report.feature().equals(feature));
        return meant && (site == null || (report != null && report.site() == site));
    }

    boolean admits(FoundKey key) {
        return (olderThan == null || key.ageSeconds() >= olderThan.toSeconds())
                && (expiresWithin == null || (key.ttlMillis() >= 0 && key.ttlMillis() <= expiresWithin.toMillis()))
                && (largerThan < 0 || key.bytes() > largerThan);
    }
}
