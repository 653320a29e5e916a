package io.opalmind.matomo.track;

import io.opalmind.store.KeptHit;

/** Puts on a hit when it happened, so that it counts for that moment when it is delivered later. */
final class Dated {
    private Dated() {}

    static KeptHit dated(KeptHit kept) {
        Hit hit = Hit.ofQuery(kept.query());
        if (hit.has("cdt")) {
            return kept;
        }
        return kept.withQuery(
                hit.with("cdt", Long.toString(kept.happenedAt() / 1000)).query());
    }
}
