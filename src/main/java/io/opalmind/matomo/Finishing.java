package io.opalmind.matomo;

import io.opalmind.matomo.report.Money;
import io.opalmind.matomo.report.Report;
import io.opalmind.matomo.report.SiteSource;
import org.jspecify.annotations.Nullable;

/**
 * What is done to rows on their way from the cache to the user: rows that the SDK kept though the user's filter excludes
 * them are dropped, and money gets its currency. The cache holds neither, as the SDK's does not.
 */
final class Finishing {
    private final Report report;
    private final ReportQuery query;
    private final SiteSource site;

    Finishing(Report report, ReportQuery query, SiteSource site) {
        this.report = report;
        this.query = query;
        this.site = site;
    }

    Report report() {
        return report;
    }

    /** Whether rows pass as they are. */
    boolean isNothing() {
        return !report.hasMoney() && query.filters().isNone();
    }

    RowSink into(RowSink sink) {
        if (isNothing()) {
            return sink;
        }
        @Nullable String currency = report.hasMoney() ? site.get().currency() : null;
        return row -> {
            if (report.keeps(row, query)) {
                sink.row(report.hasMoney() ? Money.in(row, currency) : row);
            }
        };
    }
}
