package io.opalmind.sandbox.report;

import io.opalmind.sandbox.site.Site;
import io.opalmind.sandbox.visits.Visit;
import java.time.LocalDate;
import java.util.List;

/**
 * What a report is computed from: the visits of one site in one period, already filtered by a segment.
 *
 * @param kind decides whether there are unique visitors: Matomo has none for years and ranges
 * @param first day of the period, in the site's zone
 * @param last day of the period, in the site's zone; not before the first one
 * @param alone whether the answer is this site and period alone; in a series, or with several sites, Matomo answers
 *     {@code []} where nothing happened, and a record of zeros here
 * @param visits all that have an action in the period, in the order of their last actions; a visit over midnight counts on the
 *     day it ended, its actions and conversions on the day they happened, so visits that end after the period belong here too.
 *     Visits without any action in the period do no harm.
 */
public record Scope(Site site, Kind kind, LocalDate first, LocalDate last, boolean alone, List<Visit> visits) {
    /** Kinds of periods. */
    public enum Kind {
        DAY,
        WEEK,
        MONTH,
        YEAR,
        RANGE
    }
}
