package io.opalmind.cli;

import java.util.List;

/** Examples of {@code inspect-redis}. */
final class InspectExamples {
    private InspectExamples() {}

    static List<Example> group() {
        return List.of(
                Example.of("How many keys, how large, for how long", "opalmind inspect-redis summary"),
                Example.of(
                        "Cached page reports that end within the hour",
                        "opalmind inspect-redis keys --feature popularUrls --expires-within 1h"),
                Example.of("Is this Redis ready for production?", "opalmind inspect-redis audit -f table"));
    }

    static List<Example> of(String command) {
        return switch (command) {
            case InspectSummaryCommand.NAME ->
                List.of(
                        Example.of("Everything", "opalmind inspect-redis summary"),
                        Example.of(
                                "The cached reports of one site, as a table",
                                "opalmind inspect-redis summary --kind cache --site 1 -f table"));
            case InspectKeysCommand.NAME ->
                List.of(
                        Example.of(
                                "Cached page reports that end within the hour",
                                "opalmind inspect-redis keys --feature popularUrls --expires-within 1h"),
                        Example.of(
                                "Twenty keys of more than 10 kB, as if drawn by lot",
                                "opalmind inspect-redis keys --larger-than 10k --sample 20 -f table"));
            case InspectGetCommand.NAME ->
                List.of(
                        Example.of("The record of a delivered hit", "opalmind inspect-redis get order-1182"),
                        Example.of("Its value alone", "opalmind inspect-redis get order-1182 --columns value,ttlMs"));
            case InspectDeleteCommand.NAME ->
                List.of(
                        Example.of("What would go", "opalmind inspect-redis delete --kind cache --site 1 --dry-run"),
                        Example.of(
                                "Old page reports, without being asked",
                                "opalmind inspect-redis delete --feature popularUrls --older-than 1h --yes"));
            case InspectExportCommand.NAME ->
                List.of(
                        Example.of("Everything, gently", "opalmind inspect-redis export backup.ndjson --rate 5000"),
                        Example.of(
                                "Records of hits alone, packed",
                                "opalmind inspect-redis export - --kind idempotency | gzip > hits.gz"));
            case InspectImportCommand.NAME ->
                List.of(
                        Example.of("What export wrote", "opalmind inspect-redis import backup.ndjson"),
                        Example.of(
                                "In place of what is there, gently",
                                "opalmind inspect-redis import backup.ndjson --overwrite --rate 5000"));
            case InspectLintCommand.NAME ->
                List.of(
                        Example.of("Keys that are not as they should be", "opalmind inspect-redis lint -f table"),
                        Example.of(
                                "The same from cron: exit code 10 where there are some",
                                "opalmind inspect-redis lint --fail -q -o findings.ndjson"));
            default -> ofServer(command);
        };
    }

    private static List<Example> ofServer(String command) {
        return switch (command) {
            case InspectMemoryCommand.NAME ->
                List.of(
                        Example.of("Where memory goes", "opalmind inspect-redis memory"),
                        Example.of(
                                "Of a large Redis, from a thousand keys",
                                "opalmind inspect-redis memory --sample 1000 -f table"));
            case InspectLatencyCommand.NAME ->
                List.of(
                        Example.of("A thousand round trips", "opalmind inspect-redis latency"),
                        Example.of(
                                "A hundred, spread over a second", "opalmind inspect-redis latency -n 100 --rate 100"));
            case InspectSlowlogCommand.NAME ->
                List.of(Example.of("The five latest slow commands", "opalmind inspect-redis slowlog -n 5 -f table"));
            case InspectAuditCommand.NAME ->
                List.of(
                        Example.of("Is this Redis ready for production?", "opalmind inspect-redis audit -f table"),
                        Example.of(
                                "A line for Nagios, for a Redis without replica",
                                "opalmind inspect-redis audit -f nagios --skip replication"));
            default -> List.of();
        };
    }
}
