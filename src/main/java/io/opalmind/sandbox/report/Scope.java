package io.opalmind.sandbox.report;

import io.opalmind.sandbox.site.Site;
import io.opalmind.sandbox.visits.Visit;
import java.time.LocalDate;
import java.util.List;

/**
 * What a report is computed from: the visits of one site in one period, already filtered by a segment.
 *
 * @param kind decides whether there are unique visitors: Matomo has none for years and ranges
 * @param first day of the period, in the site's zone: Matomo adds up days by calendar weeks, and sums of money show it
 * @param alone whether the answer is this site and period alone; in a series, or with several sites, Matomo answers
 *     {@code []} where nothing happened, and a record of zeros here
 * @param days for each day of the period its visits, days without any and days to come included
 */
public record Scope(Site site, Kind kind, LocalDate first, boolean alone, List<List<Visit>> days) {
    /** Kinds of periods. */
    public enum Kind {
        DAY,
        WEEK,
        MONTH,
        YEAR,
        RANGE
    }
}
