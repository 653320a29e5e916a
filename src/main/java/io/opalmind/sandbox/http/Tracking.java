package io.opalmind.sandbox.http;

import io.opalmind.sandbox.api.Access;
import io.opalmind.sandbox.visits.Hit;
import io.opalmind.sandbox.visits.PhpQuery;
import io.opalmind.sandbox.visits.Sender;
import io.opalmind.sandbox.visits.Tracked;
import io.opalmind.sandbox.visits.VisitLog;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The Tracking API: matomo.php. */
public final class Tracking {
    private final VisitLog visits;
    private final Gate gate;
    private final Clock clock;
    private final Consumer<Hit> kept;

    /**
     * A tracker that keeps hits in a log.
     *
     * @param kept told of each hit that was kept, before it is answered
     */
    public Tracking(VisitLog visits, Gate gate, Clock clock, Consumer<Hit> kept) {
        this.visits = visits;
        this.gate = gate;
        this.clock = clock;
        this.kept = kept;
    }

    Reply answer(Asked asked) {
        String body = asked.body();
        return Bulk.isBulk(body) ? bulk(asked, Bulk.read(body)) : single(asked, PhpQuery.parse(asked.query(), body));
    }

    private Reply single(Asked asked, Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return Reply.html(asked.isPost() ? 400 : 200, Messages.NOTICE);
        }
        String token = parameters.remove("token_auth");
        Hit hit = new Hit(parameters, sender(asked, mayWrite(token)));
        Tracked tracked = track(hit);
        if (tracked == Tracked.STORED || tracked == Tracked.IGNORED) {
            boolean silent = "0".equals(parameters.get("send_image"));
            return silent ? Reply.html(204, "") : Reply.pixel();
        }
        return refused(asked, hit, gate.access(token));
    }

    /** One after the other, so that hits are told of in the order they were kept in. */
    private synchronized Tracked track(Hit hit) {
        Tracked tracked = visits.track(hit);
        if (tracked == Tracked.STORED) {
            kept.accept(hit);
        }
        return tracked;
    }

    /** A token counts only where a hit needs it: one that would have been taken with a good token. */
    private Reply refused(Asked asked, Hit hit, Access access) {
        boolean needed = visits.verdict(new Hit(hit.parameters(), sender(asked, true))) != Tracked.REFUSED;
        if (needed && access != Access.NONE && gate.isLockedOut()) {
            return Reply.html(500, Messages.LOCKED_OUT);
        }
        if (needed && access == Access.REJECTED) {
            gate.reject();
        }
        return Reply.html(400, Messages.NOTICE);
    }

    private Reply bulk(Asked asked, Bulk bulk) {
        if (bulk.isTooLarge()) {
            return Reply.html(413, Messages.tooLarge(Bulk.MOST_HITS + " hits"));
        }
        Access access = gate.access(bulk.token());
        if (access != Access.NONE && gate.isLockedOut()) {
            return reply(bulk, 500, new Tally().error(false));
        }
        if (access == Access.REJECTED) {
            gate.reject();
        }
        boolean told = access == Access.ADMIN && !bulk.hits().isEmpty();
        List<Hit> hits = hits(asked, bulk);
        Tally poisoned = poisoned(hits);
        return reply(
                bulk,
                poisoned == null ? 200 : 500,
                poisoned == null ? store(hits).success(told) : poisoned.error(told));
    }

    /** What was counted up to a hit that the tracker falls over; null where there is none, and the hits may be kept. */
    private @Nullable Tally poisoned(List<Hit> hits) {
        Tally tally = new Tally();
        for (Hit hit : hits) {
            Tracked verdict = visits.verdict(hit);
            if (verdict == Tracked.POISONED) {
                return tally;
            }
            tally.add(verdict);
        }
        return null;
    }

    private Tally store(List<Hit> hits) {
        Tally tally = new Tally();
        for (Hit hit : hits) {
            tally.add(track(hit));
        }
        return tally;
    }

    private static Reply reply(Bulk bulk, int status, String json) {
        return bulk.isSilent() ? new Reply(204, Messages.BULK_TYPE, "") : new Reply(status, Messages.BULK_TYPE, json);
    }

    /** A hit's own token wins over that of the bulk. */
    private List<Hit> hits(Asked asked, Bulk bulk) {
        List<Hit> hits = new ArrayList<>(bulk.hits().size());
        Sender sender = sender(asked, mayWrite(bulk.token()));
        for (Map<String, String> parameters : bulk.hits()) {
            String own = parameters.remove("token_auth");
            boolean its = own != null && !own.isEmpty();
            hits.add(new Hit(parameters, its ? sender(asked, mayWrite(own)) : sender));
        }
        return hits;
    }

    private boolean mayWrite(@Nullable String token) {
        return gate.access(token) == Access.ADMIN && !gate.isLockedOut();
    }

    private Sender sender(Asked asked, boolean trusted) {
        return new Sender(asked.ip(), asked.userAgent(), asked.language(), clock.instant(), trusted);
    }
}
