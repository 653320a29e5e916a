package io.opalmind.matomo;

import io.opalmind.matomo.report.Money;
import io.opalmind.matomo.report.Report;
import io.opalmind.matomo.report.SiteSource;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is done to rows on their way from the cache to the user: rows that the SDK kept though the user's filter excludes
 * them are dropped, and money gets its currency. The cache holds neither, as the SDK's does not.
 */
final class Finishing {
    private final Report report;
    private final ReportQuery query;
    private final SiteSource site;
    private final Consumer<String> warn;
    private int count;
    private boolean summarised;
    private boolean lastIsSummary;
    private @Nullable Value date;

    Finishing(Report report, ReportQuery query, SiteSource site, Consumer<String> warn) {
        this.report = report;
        this.query = query;
        this.site = site;
        this.warn = warn;
    }

    Report report() {
        return report;
    }

    String notice() {
        return report.notice(query);
    }

    /** Whether rows pass as they are. */
    boolean isNothing() {
        return !report.hasMoney() && query.filters().isNone();
    }

    /** Has rows finished on their way to that sink; a class of its own, as a lambda costs more than its work. */
    RowSink into(RowSink sink) {
        return new Finish(sink, report.hasMoney() ? currency() : null);
    }

    private final class Finish implements RowSink {
        private final RowSink sink;
        private final @Nullable String currency;

        Finish(RowSink sink, @Nullable String currency) {
            this.sink = sink;
            this.currency = currency;
        }

        @Override
        public void row(Row row) throws IOException {
            if (report.keeps(row, query)) {
                count++;
                note(row);
                sink.row(report.hasMoney() ? Money.in(row, currency) : row);
            }
        }
    }

    /** Matomo's row for all others is the last of its date; one of that name elsewhere is a visitor's. */
    private void note(Row row) {
        Value rowDate = row.get("date");
        summarised |= lastIsSummary && !Objects.equals(rowDate, date);
        lastIsSummary = report.isSummary(row);
        date = rowDate;
    }

    /** How many rows have passed. */
    int count() {
        return count;
    }

    /** Whether one of them stood for others. */
    boolean summarised() {
        return summarised || lastIsSummary;
    }

    /** Amounts without their currency are better than none: a cached report is served while Matomo is away. */
    private @Nullable String currency() {
        try {
            return site.get().currency();
        } catch (MatomoException e) {
            warn.accept("The currency of site " + query.siteId() + " is not known: " + e.getMessage());
            return null;
        }
    }
}
