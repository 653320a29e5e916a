package io.opalmind.cli;

import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import io.opalmind.store.redis.inspect.Group;
import io.opalmind.store.redis.inspect.KeyKind;
import io.opalmind.store.redis.inspect.RedisInspector;
import io.opalmind.store.redis.inspect.ServerFacts;
import io.opalmind.store.redis.inspect.Summary;
import io.opalmind.store.redis.inspect.Walk;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code opalmind inspect-redis summary}: all keys together. */
final class InspectSummaryCommand extends InspectCommand {
    static final String NAME = "summary";

    private final Walk walk;
    private final Printed printed;

    InspectSummaryCommand(Invocation invocation, ParseResult parsed) {
        super(invocation);
        walk = new Walk(InspectFilter.of(parsed, EnumSet.allOf(KeyKind.class)), "0", 0, InspectFilter.rate(parsed));
        printed = new Printed(invocation, OutputOptions.of(parsed));
    }

    static CommandSpec spec() {
        CommandSpec spec = Declared.command(NAME);
        InspectFilter.declare(spec);
        OutputOptions.declare(spec);
        spec.usageMessage().description("Count keys and bytes: by kind, feature, site, period, time to live and age.");
        return spec;
    }

    @Override
    int inspect(RedisInspector inspector, Session session) {
        Summary summary = inspector.summary(walk);
        if (printed.nests()) {
            printed.record(nested(summary));
        } else {
            printed.rows(sink -> lay(summary, sink));
        }
        return ExitCode.DONE;
    }

    private static Row nested(Summary summary) {
        return new Row()
                .put(
                        "servers",
                        new Value.Items(summary.servers().stream()
                                .<Value>map(InspectRows::server)
                                .toList()))
                .put("keys", summary.keys())
                .put("bytes", summary.bytes())
                .put("unsized", summary.unsized())
                .put("kinds", InspectRows.groups("kind", summary.kinds()))
                .put("features", InspectRows.groups("feature", summary.features()))
                .put("sites", InspectRows.groups("site", summary.sites()))
                .put("periods", InspectRows.groups("period", summary.periods()))
                .put("ttl", InspectRows.groups("left", summary.ttl()))
                .put("age", InspectRows.groups("age", summary.age()));
    }

    /** One below the other, for the formats that cannot nest. */
    private static void lay(Summary summary, Consumer<Row> sink) {
        for (ServerFacts server : summary.servers()) {
            Row facts = InspectRows.server(server);
            for (int i = 0; i < facts.size(); i++) {
                sink.accept(new Row()
                        .put("group", "redis")
                        .put("name", facts.name(i))
                        .put("value", facts.value(i)));
            }
        }
        sink.accept(row("total", new Group("", summary.keys(), summary.bytes())));
        lay("kind", summary.kinds(), sink);
        lay("feature", summary.features(), sink);
        lay("site", summary.sites(), sink);
        lay("period", summary.periods(), sink);
        lay("ttl", summary.ttl(), sink);
        lay("age", summary.age(), sink);
    }

    private static void lay(String name, List<Group> groups, Consumer<Row> sink) {
        for (Group group : groups) {
            sink.accept(row(name, group));
        }
    }

    private static Row row(String name, Group group) {
        return new Row()
                .put("group", name)
                .put("name", group.name())
                .put("keys", group.keys())
                .put("bytes", group.bytes());
    }
}
