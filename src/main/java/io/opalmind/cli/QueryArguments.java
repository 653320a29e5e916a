package io.opalmind.cli;

import io.opalmind.matomo.ReportName;
import io.opalmind.matomo.ReportQuery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what was typed and makes queries of it, before anything is opened or sent. */
final class QueryArguments {
    private static final String HELP = " Try 'opalmind query --help'.";

    private final QueryOptions options;

    QueryArguments(QueryOptions options) {
        this.options = options;
    }

    /** The report that was named. */
    ReportName report() {
        String typed = options.report();
        if (typed == null) {
            throw new UsageException("Which report? " + Names.all(reportNames()) + "." + HELP);
        }
        ReportName report = ReportName.of(typed);
        if (report == null) {
            throw new UsageException("No report '" + typed + "'. " + Names.didYouMean(typed, reportNames()) + HELP);
        }
        return report;
    }

    static List<String> reportNames() {
        List<String> names = new ArrayList<>();
        for (ReportName name : ReportName.values()) {
            names.add(name.label());
        }
        return names;
    }

    /** The query for one site. */
    ReportQuery query(long siteId) {
        ReportName report = report();
        requireFitting(report);
        String date =
                options.date() == null ? defaultDate(report) : options.date().strip();
        String period = options.period() == null ? "day" : options.period();
        Dates.check(period, date);
        return new ReportQuery(report, siteId, period, date, segment(), limit(), sort(), options.filters());
    }

    private static String defaultDate(ReportName report) {
        return report == ReportName.KEY_NUMBERS_SERIES ? "last7" : "today";
    }

    private @Nullable String segment() {
        if (options.segment() != null && options.segment().isBlank()) {
            throw new UsageException("--segment is empty; leave it out for all visits.");
        }
        return options.segment();
    }

    private @Nullable Integer limit() {
        if (options.all()) {
            if (options.limit() != null) {
                throw new UsageException("--limit and --all exclude each other; leave one out.");
            }
            return ReportQuery.ALL;
        }
        if (options.limit() != null && options.limit() < 1) {
            throw new UsageException("--limit " + options.limit() + ": 1 or more; --all gives every row.");
        }
        return options.limit();
    }

    private @Nullable String sort() {
        String sort = options.sort();
        if (sort == null) {
            return null;
        }
        int colon = sort.lastIndexOf(':');
        String column = colon < 0 ? sort : sort.substring(0, colon);
        String order = colon < 0 ? "desc" : sort.substring(colon + 1);
        if (column.isBlank() || !(order.equals("asc") || order.equals("desc"))) {
            throw new UsageException("--sort '" + sort + "': write COLUMN, COLUMN:asc or COLUMN:desc.");
        }
        return order.equals("asc") ? sort : column;
    }

    private void requireFitting(ReportName report) {
        only(report, ReportName.EVENTS, "--category", options.filters().category());
        only(report, ReportName.EVENTS, "--action", options.filters().action());
        only(report, ReportName.EVENTS, "--name", options.filters().name());
        only(report, ReportName.TRAFFIC_CHANNELS, "--channel", options.filters().channel());
        only(report, ReportName.GOAL_CONVERSIONS, "--goal", options.filters().goal());
        only(
                report,
                ReportName.GOAL_CONVERSIONS,
                "--goal-type",
                options.filters().goalType());
        only(report, ReportName.FUNNEL_SUMMARY, "--funnel", options.filters().funnel());
        only(
                report,
                ReportName.ECOMMERCE_REVENUE_TOTALS,
                "--series",
                options.filters().series() ? "yes" : null);
        if (report == ReportName.FUNNEL_SUMMARY && options.filters().funnel() == null) {
            throw new UsageException(
                    "funnel-summary needs --funnel ID; Matomo shows the id where the funnel is edited.");
        }
    }

    private static void only(ReportName report, ReportName owner, String option, @Nullable String value) {
        if (value == null) {
            return;
        }
        if (report != owner) {
            throw new UsageException(
                    option + " belongs to " + owner.label() + ", not to " + report.label() + "; leave it out.");
        }
        if (value.isBlank()) {
            throw new UsageException(option + " is empty; give it a value, or leave it out.");
        }
    }
}
