package io.opalmind.matomo;

import org.jspecify.annotations.Nullable;

/** Puts a query together, of site 1 and of the last 30 days where nothing else is said. */
final class Ask {
    private final ReportName report;
    private long site = 1;
    private String period = "range";
    private String date = "last30";
    private @Nullable String segment;
    private @Nullable Integer limit;
    private @Nullable String sort;
    private ReportFilters filters = ReportFilters.NONE;

    private Ask(ReportName report) {
        this.report = report;
    }

    static Ask of(ReportName report) {
        return new Ask(report);
    }

    Ask site(long id) {
        site = id;
        return this;
    }

    Ask time(String newPeriod, String newDate) {
        period = newPeriod;
        date = newDate;
        return this;
    }

    Ask segment(String newSegment) {
        segment = newSegment;
        return this;
    }

    Ask limit(int newLimit) {
        limit = newLimit;
        return this;
    }

    Ask sort(String newSort) {
        sort = newSort;
        return this;
    }

    Ask events(@Nullable String category, @Nullable String action, @Nullable String name) {
        filters = new ReportFilters(category, action, name, null, null, null, null, false);
        return this;
    }

    Ask channel(String channel) {
        filters = new ReportFilters(null, null, null, channel, null, null, null, false);
        return this;
    }

    Ask goal(@Nullable String goal, @Nullable String type) {
        filters = new ReportFilters(null, null, null, null, goal, type, null, false);
        return this;
    }

    Ask funnel(String funnel) {
        filters = new ReportFilters(null, null, null, null, null, null, funnel, false);
        return this;
    }

    Ask withSeries() {
        filters = new ReportFilters(null, null, null, null, null, null, null, true);
        return this;
    }

    ReportQuery query() {
        return new ReportQuery(report, site, period, date, segment, limit, sort, filters);
    }
}
