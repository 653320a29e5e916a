package io.opalmind.sandbox.visits;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All visits, found by site, by visitor and by fingerprint. */
final class Visits {
    /** Matomo begins a new visit where the last one has so many actions. */
    private static final int MOST_ACTIONS = 10_000;

    private final Map<Integer, Timeline> bySite = new HashMap<>();
    private final Map<Key, Timeline> byVisitor = new HashMap<>();
    private final Map<Key, Timeline> byFingerprint = new HashMap<>();

    /** Its methods are written out: Java makes those of a record when they are first called, which a start can feel. */
    private record Key(int site, String value) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && site == key.site && value.equals(key.value);
        }

        @Override
        public int hashCode() {
            return 31 * site + value.hashCode();
        }
    }

    void add(OpenVisit visit) {
        bySite.computeIfAbsent(visit.site(), key -> new Timeline()).add(visit);
        byVisitor.computeIfAbsent(visitor(visit), key -> new Timeline()).add(visit);
        byFingerprint.computeIfAbsent(fingerprint(visit), key -> new Timeline()).add(visit);
    }

    /** Takes it out, as its keys are about to change. */
    void remove(OpenVisit visit) {
        drop(bySite, visit.site(), visit);
        drop(byVisitor, visitor(visit), visit);
        drop(byFingerprint, fingerprint(visit), visit);
    }

    private static <K> void drop(Map<K, Timeline> lines, K key, OpenVisit visit) {
        Timeline line = lines.get(key);
        if (line != null) {
            line.remove(visit);
            if (line.isEmpty()) {
                lines.remove(key);
            }
        }
    }

    private static Key visitor(OpenVisit visit) {
        return new Key(visit.site(), visit.visitorId());
    }

    private static Key fingerprint(OpenVisit visit) {
        return new Key(visit.site(), visit.fingerprint());
    }

    /** The last visit of a visitor, as Matomo knows them again: by id, else by a fingerprint within half an hour. */
    @Nullable
    OpenVisit lastKnown(Visitor visitor, Instant at) {
        OpenVisit known = byId(visitor, at);
        if (known == null && !(visitor.forced() && visitor.id() != null)) {
            known = byFingerprint(visitor, at);
        }
        return known == null || known.interactions() >= MOST_ACTIONS ? null : known;
    }

    private @Nullable OpenVisit byId(Visitor visitor, Instant at) {
        Timeline line = visitor.id() == null ? null : byVisitor.get(new Key(visitor.site(), visitor.id()));
        return line == null ? null : line.latest(at.plus(OpenVisit.PAUSE));
    }

    private @Nullable OpenVisit byFingerprint(Visitor visitor, Instant at) {
        Timeline line = byFingerprint.get(new Key(visitor.site(), visitor.fingerprint()));
        if (line == null) {
            return null;
        }
        for (OpenVisit visit : line.latestFirst(at.minus(OpenVisit.PAUSE), at.plus(OpenVisit.PAUSE))) {
            String user = visitor.userId();
            if (user == null || visit.userId() == null || user.equals(visit.userId())) {
                return visit;
            }
        }
        return null;
    }

    Collection<OpenVisit> between(int site, Instant from, Instant until) {
        Timeline line = bySite.get(site);
        return line == null || !from.isBefore(until) ? List.of() : line.between(from, until);
    }
}
