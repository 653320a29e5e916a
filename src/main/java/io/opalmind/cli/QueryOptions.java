package io.opalmind.cli;

import io.opalmind.matomo.ReportCache;
import io.opalmind.matomo.ReportFilters;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a query asks, as typed. */
final class QueryOptions {
    @Parameters(index = "0", arity = "0..1", paramLabel = "REPORT", description = "The report; see below.")
    @Nullable
    String report;

    @Option(
            names = "--site",
            order = 1,
            paramLabel = "SITE",
            description = "1, NAME, 1,2 or all. Default: MATOMO_DEFAULT_SITE_ID.")
    @Nullable
    String site;

    @Option(names = "--period", order = 2, paramLabel = "P", description = "day, week, month, year or range.")
    String period = "day";

    @Option(
            names = "--date",
            order = 3,
            paramLabel = "D",
            description = "today, yesterday, 2026-11-24, last7, previous4, or START,END.")
    @Nullable
    String date;

    @Option(names = "--segment", order = 4, paramLabel = "S", description = "Matomo's segment, deviceType==smartphone.")
    @Nullable
    String segment;

    @Option(names = "--limit", order = 5, paramLabel = "N", description = "Rows at the most. Default: 10.")
    @Nullable
    Integer limit;

    @Option(names = "--all", order = 6, description = "Every row.")
    boolean all;

    @Option(names = "--sort", order = 7, paramLabel = "COLUMN[:asc]", description = "Sort by this column.")
    @Nullable
    String sort;

    @Option(names = "--category", order = 10, paramLabel = "C", description = "events: of this category.")
    @Nullable
    String category;

    @Option(names = "--action", order = 11, paramLabel = "A", description = "events: with this action.")
    @Nullable
    String action;

    @Option(names = "--name", order = 12, paramLabel = "N", description = "events: with this name.")
    @Nullable
    String name;

    @Option(
            names = "--channel",
            order = 13,
            paramLabel = "C",
            description = "traffic-channels: search, direct, websites, campaigns or social.")
    @Nullable
    String channel;

    @Option(names = "--goal", order = 14, paramLabel = "G", description = "goal-conversions: this goal, by id or name.")
    @Nullable
    String goal;

    @Option(
            names = "--goal-type",
            order = 15,
            paramLabel = "T",
            description = "goal-conversions: goals of this type, manual, url, ecommerce …")
    @Nullable
    String goalType;

    @Option(names = "--funnel", order = 16, paramLabel = "ID", description = "funnel-summary: this funnel.")
    @Nullable
    String funnel;

    @Option(
            names = "--series",
            order = 17,
            description = "ecommerce-revenue-totals: list what was summed, date by date.")
    boolean series;

    @Option(names = "--fail-empty", order = 20, description = "Exit 10 where there are no rows.")
    boolean failEmpty;

    @Option(names = "--no-cache", order = 21, description = "Neither read nor write the cache.")
    boolean noCache;

    @Option(names = "--refresh", order = 22, description = "Ask Matomo, and renew the cache.")
    boolean refresh;

    @Option(names = "--explain", order = 23, description = "Show what would be asked; send nothing.")
    boolean explain;

    ReportFilters filters() {
        return new ReportFilters(category, action, name, channel, goal, goalType, funnel, series);
    }

    ReportCache.Use cache() {
        if (noCache && refresh) {
            throw new UsageException("--no-cache and --refresh exclude each other.");
        }
        if (noCache) {
            return ReportCache.Use.NONE;
        }
        return refresh ? ReportCache.Use.WRITE : ReportCache.Use.READ_AND_WRITE;
    }
}
