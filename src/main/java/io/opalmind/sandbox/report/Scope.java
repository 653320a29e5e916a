package io.opalmind.sandbox.report;

import io.opalmind.sandbox.site.Site;
import io.opalmind.sandbox.visits.Visit;
import java.util.List;

/**
 * What a report is computed from: the visits of one site in one period, already filtered by a segment.
 *
 * @param days for each day of the period its visits; Matomo adds days up, so that some figures are sums over them
 * @param kind decides whether there are unique visitors: Matomo has none for years and ranges
 */
public record Scope(Site site, Kind kind, List<List<Visit>> days) {
    /** Kinds of periods. */
    public enum Kind {
        DAY,
        WEEK,
        MONTH,
        YEAR,
        RANGE
    }
}
