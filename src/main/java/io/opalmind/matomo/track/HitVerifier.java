package io.opalmind.matomo.track;

import io.opalmind.store.KeptHit;

/** Asks Matomo's visits log whether a hit arrived. */
public interface HitVerifier {
    /** What it says. */
    enum Finding {
        STORED,
        ABSENT,
        /** The log cannot tell such a hit from others, or could not be asked. */
        UNDECIDED
    }

    /** Looks for the hit by its visitor and {@code pv_id}, near the time it happened. Never throws. */
    Finding find(KeptHit hit);
}
