package io.opalmind.sandbox.visits;

import io.opalmind.sandbox.site.Site;
import io.opalmind.sandbox.site.Sites;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All visits of a sandbox, in memory. Safe for several threads. */
public final class VisitLog {
    private final KnownDevices devices = new KnownDevices();
    private final HitRules rules;
    private final int limit;
    private final Visits visits = new Visits();
    private final Map<Integer, Set<String>> orders = new HashMap<>();
    private int kept;
    private long begun;

    /**
     * An empty log.
     *
     * @param limit hits that are kept at most; a hit beyond is {@link Tracked#REFUSED}
     */
    public VisitLog(Sites sites, int limit) {
        this.rules = new HitRules(sites, devices);
        this.limit = limit;
    }

    /** What would become of a hit, as far as it can be told without keeping it: the check for a poisoned bulk. */
    public synchronized Tracked verdict(Hit hit) {
        Tracked verdict = rules.verdict(hit);
        if (verdict != Tracked.STORED) {
            return verdict;
        }
        String order = order(hit);
        boolean taken =
                order != null && orders.getOrDefault(site(hit), Set.of()).contains(order);
        return kept >= limit || taken ? Tracked.REFUSED : Tracked.STORED;
    }

    /** Keeps a hit, or says why not. */
    public synchronized Tracked track(Hit hit) {
        Tracked verdict = verdict(hit);
        Site site = rules.site(hit);
        if (verdict == Tracked.STORED && site != null) {
            keep(hit, site);
            kept++;
        }
        return verdict;
    }

    private void keep(Hit hit, Site site) {
        Instant at = HitTime.of(hit);
        Visitor visitor = Visitor.of(hit, site, at);
        OpenVisit last = visits.lastKnown(visitor, at);
        boolean ping = Numbers.isSet(hit.get("ping"));
        if (last != null && goesOn(hit, site, last, at)) {
            Referrer from = ReferrerReading.of(hit, site, last.referrer());
            if (!ReferrerReading.isOtherCampaign(from, last.referrer())) {
                join(last, hit, at, visitor, from, ping);
                return;
            }
        }
        if (!ping) {
            begin(site, hit, at, visitor, last);
        }
    }

    private static boolean goesOn(Hit hit, Site site, OpenVisit last, Instant at) {
        return !Numbers.isSet(hit.get("new_visit"))
                && last.last().isAfter(at.minus(OpenVisit.PAUSE))
                && day(site, last.last()).equals(day(site, at));
    }

    private static LocalDate day(Site site, Instant at) {
        return at.atZone(site.zone()).toLocalDate();
    }

    private void join(OpenVisit visit, Hit hit, Instant at, Visitor visitor, Referrer from, boolean ping) {
        visits.remove(visit);
        if (ping) {
            visit.lengthen(at);
        } else {
            visit.take(hit, at, visitor, from);
            remember(hit);
        }
        visits.add(visit);
    }

    private void begin(Site site, Hit hit, Instant at, Visitor visitor, @Nullable OpenVisit last) {
        begun++;
        Referrer from = ReferrerReading.of(hit, site, null);
        Past past = Past.of(visitor, hit, last, begun);
        OpenVisit visit = new OpenVisit(begun, site, visitor, past, at, Browser.of(hit, devices), from);
        visit.take(hit, at, visitor, from);
        remember(hit);
        visits.add(visit);
    }

    private void remember(Hit hit) {
        String order = order(hit);
        if (order != null) {
            orders.computeIfAbsent(site(hit), site -> new HashSet<>()).add(order);
        }
    }

    /** The id of an order; null where the hit is none. */
    private static @Nullable String order(Hit hit) {
        String id = Texts.lineOrNull(hit.get("ec_id"));
        return Numbers.whole(hit.get("idgoal"), -1) == Conversion.ORDER ? id : null;
    }

    private static int site(Hit hit) {
        return Numbers.whole(hit.get("idsite"), 0);
    }

    /**
     * The visits of a site whose last action lies in a span, in the order of their last actions: Matomo counts a visit where it
     * ended.
     *
     * @param from inclusive
     * @param until exclusive
     */
    public synchronized List<Visit> visits(int site, Instant from, Instant until) {
        List<Visit> found = new ArrayList<>();
        for (OpenVisit visit : visits.between(site, from, until)) {
            found.add(visit.snapshot());
        }
        return found;
    }
}
