package io.opalmind.cli;

import io.opalmind.matomo.ReportCache;
import io.opalmind.matomo.ReportFilters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** What a query asks, as typed; null where nothing was. */
record QueryOptions(
        @Nullable String report,
        @Nullable String site,
        @Nullable String period,
        @Nullable String date,
        @Nullable String segment,
        @Nullable Integer limit,
        boolean all,
        @Nullable String sort,
        ReportFilters filters,
        boolean failEmpty,
        boolean noCache,
        boolean refresh,
        boolean explain) {

    private static final List<String> CHANNELS = List.of("search", "direct", "websites", "campaigns", "social");
    private static final List<String> GOAL_TYPES = List.of("manual", "url", "ecommerce");

    static void declare(CommandSpec spec) {
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .paramLabel("REPORT")
                .type(String.class)
                .description("The report; see below.")
                .build());
        new Declared(spec)
                .text("SITES", "1, NAME, 1,2 or all. Default: MATOMO_DEFAULT_SITE_ID.", "--site")
                .words(Dates.PERIODS, "P", "day, week, month, year or range. Default: day.", "--period")
                .words(
                        Dates.USUAL,
                        "D",
                        "today (the default), yesterday, 2026-11-24, last7, previous4, or START,END.",
                        "--date")
                .text("S", "Matomo's segment, such as deviceType==smartphone.", "--segment")
                .number("N", "Rows at the most. Default: 10.", "--limit")
                .flag("Every row.", "--all")
                .text("COLUMN[:asc]", "Sort by this column.", "--sort")
                .text("C", "events: of this category.", "--category")
                .text("A", "events: with this action.", "--action")
                .text("N", "events: with this name.", "--name")
                .words(CHANNELS, "C", "traffic-channels: search, direct, websites, campaigns or social.", "--channel")
                .text("G", "goal-conversions: this goal, by id or name.", "--goal")
                .words(GOAL_TYPES, "T", "goal-conversions: goals of this type, manual, url, ecommerce …", "--goal-type")
                .text("ID", "funnel-summary: this funnel.", "--funnel")
                .flag("ecommerce-revenue-totals: list what was summed, date by date.", "--series")
                .flag("Exit 10 where there are no rows.", "--fail-empty")
                .flag("Neither read nor write the cache.", "--no-cache")
                .flag("Ask Matomo, and renew the cache.", "--refresh")
                .flag("Show what would be asked; send nothing.", "--explain");
    }

    static QueryOptions of(ParseResult parsed) {
        return new QueryOptions(
                parsed.matchedPositionalValue(0, (String) null),
                Declared.text(parsed, "--site"),
                Declared.text(parsed, "--period"),
                Declared.text(parsed, "--date"),
                Declared.text(parsed, "--segment"),
                Declared.number(parsed, "--limit"),
                Declared.has(parsed, "--all"),
                Declared.text(parsed, "--sort"),
                filters(parsed),
                Declared.has(parsed, "--fail-empty"),
                Declared.has(parsed, "--no-cache"),
                Declared.has(parsed, "--refresh"),
                Declared.has(parsed, "--explain"));
    }

    private static ReportFilters filters(ParseResult parsed) {
        return new ReportFilters(
                Declared.text(parsed, "--category"),
                Declared.text(parsed, "--action"),
                Declared.text(parsed, "--name"),
                Declared.text(parsed, "--channel"),
                Declared.text(parsed, "--goal"),
                Declared.text(parsed, "--goal-type"),
                Declared.text(parsed, "--funnel"),
                Declared.has(parsed, "--series"));
    }

    ReportCache.Use cache() {
        if (noCache && refresh) {
            throw new UsageException("--no-cache and --refresh exclude each other; leave one out.");
        }
        if (noCache) {
            return ReportCache.Use.NONE;
        }
        return refresh ? ReportCache.Use.WRITE : ReportCache.Use.READ_AND_WRITE;
    }
}
