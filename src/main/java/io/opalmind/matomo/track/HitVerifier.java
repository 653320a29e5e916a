package io.opalmind.matomo.track;

import io.opalmind.store.KeptHit;

/** Asks Matomo's visits log whether a hit arrived. */
public interface HitVerifier {
    /** What it says. */
    enum Finding {
        STORED,
        ABSENT,
        /** The log cannot tell such a hit from others, or the token may not see it. */
        UNDECIDED
    }

    /**
     * Looks for the hit by its visitor and {@code pv_id}, near the time it happened.
     *
     * @throws io.opalmind.matomo.MatomoException where Matomo does not answer now: that says nothing of the hit
     */
    Finding find(KeptHit hit);
}
