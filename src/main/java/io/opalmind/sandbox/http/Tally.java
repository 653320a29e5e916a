package io.opalmind.sandbox.http;

import io.opalmind.sandbox.visits.Tracked;
import org.jspecify.annotations.Nullable;

/** Counts what became of the hits of a bulk request. */
final class Tally {
    private final StringBuilder indices = new StringBuilder();
    private int seen;
    private int tracked;
    private int invalid;

    void add(Tracked verdict) {
        if (verdict == Tracked.REFUSED) {
            indices.append(invalid == 0 ? "" : ",").append(seen);
            invalid++;
        } else {
            tracked++;
        }
        seen++;
    }

    /** @param told whether the token may know which hits were invalid */
    String success(boolean told) {
        return json("success", invalid, told ? indices.toString() : null);
    }

    /** Where Matomo falls over it never gets to count what was invalid. */
    String error(boolean told) {
        return json("error", 0, told ? "" : null);
    }

    private String json(String status, int refused, @Nullable String which) {
        String counts = "{\"status\":\"" + status + "\",\"tracked\":" + tracked + ",\"invalid\":" + refused;
        return which == null ? counts + "}" : counts + ",\"invalid_indices\":[" + which + "]}";
    }
}
