package io.opalmind.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Examples of every command: the one source of those in its help and in its man page, and of the test that runs them. All
 * of them are about one shop, with goals 1 and 2, in the order in which they can be run one after the other. No line is
 * longer than a terminal is wide.
 */
final class HelpExamples {
    private HelpExamples() {}

    /** Those of a command; empty where it has none. */
    static List<Example> of(CommandSpec spec) {
        CommandSpec parent = spec.parent();
        if (parent != null && parent.name().equals(TrackCommands.NAME)) {
            return TrackExamples.of(spec.name());
        }
        if (parent != null && parent.name().equals(InspectCommands.NAME)) {
            return InspectExamples.of(spec.name());
        }
        return switch (spec.name()) {
            case Commands.ROOT -> opalmind();
            case QueryCommand.NAME -> query();
            case TrackCommands.NAME -> TrackExamples.group();
            case CacheStatsCommand.NAME -> cacheStats();
            case HealthCommand.NAME -> health();
            case InspectCommands.NAME -> InspectExamples.group();
            case HelpCommand.NAME -> help();
            case SandboxCommand.NAME -> sandbox();
            case CompletionCommand.NAME -> completion();
            default -> List.of();
        };
    }

    private static List<Example> opalmind() {
        return List.of(
                Example.of(
                        "See it work, without a Matomo",
                        "opalmind --sandbox query popular-urls --period range --date last30"),
                Example.of(
                        "Visits, actions and page views of yesterday", "opalmind query key-numbers --date yesterday"),
                Example.of("Send an event", "opalmind track event --category shop --action checkout"),
                Example.of("Are Matomo, the token, the cache and the queue well?", "opalmind health"),
                Example.of("What --period and --date take", "opalmind help dates"));
    }

    private static List<Example> sandbox() {
        return List.of(
                Example.of("Serve one, filled with a sample, until Ctrl-C", "opalmind sandbox"),
                Example.of(
                        "A test of your own: what a script tracks is recorded",
                        "opalmind sandbox --empty --record shop.ndjson -- ./checkout-test.sh"),
                Example.of(
                        "What was recorded, as a report",
                        "opalmind --sandbox=shop.ndjson query goal-conversions -f json"));
    }

    private static List<Example> completion() {
        return List.of(
                Example.of("For zsh", "opalmind completion zsh > _opalmind"),
                Example.of("For fish", "opalmind completion fish > opalmind.fish"));
    }

    private static List<Example> help() {
        return List.of(
                Example.of("Commands and topics", "opalmind help"),
                Example.of("A command of a command", "opalmind help track event"),
                Example.of("A topic", "opalmind help segments"));
    }

    private static List<Example> query() {
        return List.of(
                Example.of(
                        "The 20 most visited pages of the last 30 days",
                        "opalmind query popular-urls --period range --date last30 --limit 20"),
                Example.of(
                        "Visits day by day, of two sites, for a spreadsheet",
                        "opalmind query key-numbers-series --date last28 --site 1,2 -f csv \\",
                        "  -o visits.csv"),
                Example.of(
                        "Campaigns that reached smartphones, by revenue",
                        "opalmind query campaigns --period range --date last30 \\",
                        "  --segment 'deviceType==smartphone' --sort revenue \\",
                        "  --columns label,nb_visits,revenue -f markdown"),
                Example.of(
                        "One goal, for a script; exit code 10 where there are no rows",
                        "opalmind query goal-conversions --goal 'Newsletter Signup' \\",
                        "  --period month --date yesterday --json --fail-empty"),
                Example.of(
                        "What would be asked, without asking it",
                        "opalmind query events --category Video --date yesterday --explain"));
    }

    private static List<Example> cacheStats() {
        return List.of(
                Example.of("What the cache did since yesterday", "opalmind cache-stats --since 24h"),
                Example.of(
                        "Which reports are found in the cache how often",
                        "opalmind cache-stats --columns feature,hits,misses,hitRate -f table"));
    }

    private static List<Example> health() {
        return List.of(
                Example.of("Everything that can be checked", "opalmind health --details"),
                Example.of("A line for Nagios, which reads the exit code too", "opalmind health -f nagios"),
                Example.of("Metrics for Prometheus' node exporter", "opalmind health -f prometheus -o opalmind.prom"));
    }
}
