package io.opalmind.sandbox.visits;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Visits in the order of their last actions. */
final class Timeline {
    private final NavigableMap<Moment, OpenVisit> visits =
            new TreeMap<>(Comparator.comparing(Moment::at).thenComparing(Moment::number));

    /** A last action; the number tells two visits apart that ended in the same second. */
    private record Moment(Instant at, long number) {
        static Moment of(OpenVisit visit) {
            return new Moment(visit.last(), visit.number());
        }
    }

    void add(OpenVisit visit) {
        visits.put(Moment.of(visit), visit);
    }

    void remove(OpenVisit visit) {
        visits.remove(Moment.of(visit));
    }

    boolean isEmpty() {
        return visits.isEmpty();
    }

    /** The latest visit whose last action is no later than that; null where there is none. */
    @Nullable
    OpenVisit latest(Instant at) {
        var entry = visits.floorEntry(new Moment(at, Long.MAX_VALUE));
        return entry == null ? null : entry.getValue();
    }

    /** Those with a last action in the span, the latest first. */
    Collection<OpenVisit> latestFirst(Instant from, Instant to) {
        return visits.subMap(new Moment(from, Long.MIN_VALUE), true, new Moment(to, Long.MAX_VALUE), true)
                .descendingMap()
                .values();
    }

    /** @param until exclusive */
    Collection<OpenVisit> between(Instant from, Instant until) {
        return visits.subMap(new Moment(from, Long.MIN_VALUE), new Moment(until, Long.MIN_VALUE))
                .values();
    }
}
