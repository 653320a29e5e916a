package io.opalmind.sandbox.visits;

import io.opalmind.sandbox.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A visit that hits may still join. Guarded by the log's lock. */
final class OpenVisit {
    /** How long a visitor may be silent within a visit. */
    static final Duration PAUSE = Duration.ofMinutes(30);

    private final long number;
    private final Site site;
    private final Past past;
    private final Instant first;
    private final Browser browser;
    private final String fingerprint;
    private final ActionTrail trail = new ActionTrail();
    private final Results results = new Results();
    private String visitorId;
    private @Nullable String userId;
    private Referrer referrer;
    private Instant last;
    private boolean begun;
    private int length;
    private @Nullable Visit snapshot;

    OpenVisit(long number, Site site, Visitor visitor, Past past, Instant first, Browser browser, Referrer referrer) {
        this.number = number;
        this.site = site;
        this.past = past;
        this.first = first;
        this.browser = browser;
        this.fingerprint = visitor.fingerprint();
        this.visitorId = past.visitorId();
        this.referrer = referrer;
        this.last = first;
    }

    /** Takes in a hit that belongs here. */
    void take(Hit hit, Instant at, Visitor visitor, Referrer from) {
        Action action = ActionReading.read(hit, at);
        if (action != null) {
            trail.add(action, begun ? last : null);
        }
        List<Conversion> reached = Conversions.of(hit, site, action, at, trail.pages());
        reached.forEach(results::add);
        if (begun) {
            length = lengthAt(at) + extra(hit, reached);
            referrer = referrer.type() == Referrer.Type.DIRECT ? from : referrer;
        }
        last = at.isAfter(last) ? at : last;
        know(visitor);
        begun = true;
        snapshot = null;
    }

    /** A sign that the visitor is still there: the visit is longer, but its last action is no later. */
    void lengthen(Instant at) {
        length = lengthAt(at);
        snapshot = null;
    }

    private int lengthAt(Instant at) {
        return (int) Math.max(0, Duration.between(first, at).toSeconds() + 1);
    }

    /** Matomo makes a visit longer by these seconds where it converts, so that its row surely changes. */
    private static int extra(Hit hit, List<Conversion> reached) {
        boolean converts = !reached.isEmpty() && reached.get(0).goal() != Conversion.ABANDONED_CART;
        return converts ? Numbers.whole(hit.get("idgoal"), -1) + 2 : 0;
    }

    private void know(Visitor visitor) {
        visitorId = visitor.id() == null ? visitorId : visitor.id();
        userId = visitor.userId() == null ? userId : visitor.userId();
    }

    long number() {
        return number;
    }

    int site() {
        return site.id();
    }

    String visitorId() {
        return visitorId;
    }

    @Nullable
    String userId() {
        return userId;
    }

    String fingerprint() {
        return fingerprint;
    }

    int count() {
        return past.visits() + 1;
    }

    Instant last() {
        return last;
    }

    Referrer referrer() {
        return referrer;
    }

    int interactions() {
        return trail.interactions();
    }

    Visit snapshot() {
        Visit known = snapshot;
        if (known == null) {
            known = new Visit(
                    site.id(),
                    number,
                    visitorId,
                    userId,
                    count(),
                    past.returning(),
                    first,
                    last,
                    referrer,
                    browser.device(),
                    browser.agent(),
                    browser.ip(),
                    browser.language(),
                    browser.resolution(),
                    trail.all(),
                    results.all(),
                    trail.interactions(),
                    length);
            snapshot = known;
        }
        return known;
    }
}
