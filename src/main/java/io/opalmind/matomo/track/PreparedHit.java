package io.opalmind.matomo.track;

import io.opalmind.store.KeptHit;
import org.jspecify.annotations.Nullable;

/**
 * A hit that can be sent.
 *
 * @param kept what is claimed, sent and queued
 * @param hit the same, by its parameters
 * @param cutPvId the page view id that was given, where it was the SDK's 16 digits and is cut to six; else null
 */
public record PreparedHit(KeptHit kept, Hit hit, @Nullable String cutPvId) {
    /** The page view id as it is sent, or null for a ping. */
    public @Nullable String pvId() {
        return hit.get("pv_id");
    }
}
