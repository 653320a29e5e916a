package io.opalmind.sandbox.api;

import io.opalmind.sandbox.visits.Visit;
import java.time.Instant;
import java.util.List;

/** Where visits come from. */
interface VisitSource {
    /** Later than any action, and still a date that every calendar can handle. */
    Instant END = Instant.ofEpochSecond(253_402_300_799L);

    /**
     * The visits of a site whose last action lies in a span, in the order of their last actions.
     *
     * @param from inclusive
     * @param until exclusive
     */
    List<Visit> visits(int site, Instant from, Instant until);
}
