package io.opalmind.matomo.track;

import org.jspecify.annotations.Nullable;

/**
 * What a flush did.
 *
 * @param delivered hits that Matomo has now
 * @param duplicate hits that it had before
 * @param refused hits that went to the dead letters
 * @param possiblyDoubled of those delivered, hits that were sent again although the first may have arrived
 * @param unknown hits left undecided
 * @param left hits that still wait
 * @param failure why some do, or null
 */
public record FlushSummary(
        long delivered,
        long duplicate,
        long refused,
        long possiblyDoubled,
        long unknown,
        long left,
        @Nullable RuntimeException failure) {

    /** This and a later one. */
    public FlushSummary plus(FlushSummary later) {
        return new FlushSummary(
                delivered + later.delivered,
                duplicate + later.duplicate,
                refused + later.refused,
                possiblyDoubled + later.possiblyDoubled,
                unknown + later.unknown,
                later.left,
                later.failure);
    }
}
