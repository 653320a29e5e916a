package io.opalmind.cli;

import io.opalmind.matomo.Row;
import io.opalmind.render.Format;
import io.opalmind.store.redis.inspect.Expected;
import io.opalmind.store.redis.inspect.KeyKind;
import io.opalmind.store.redis.inspect.RedisInspector;
import io.opalmind.store.redis.inspect.Walk;
import java.util.EnumSet;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code opalmind inspect-redis lint}: a row for each thing that is not as it should be. */
final class InspectLintCommand extends InspectCommand {
    static final String NAME = "lint";

    private final Walk walk;
    private final boolean fail;
    private final Printed printed;

    InspectLintCommand(Invocation invocation, ParseResult parsed) {
        super(invocation);
        fail = Declared.has(parsed, "--fail");
        walk = new Walk(InspectFilter.of(parsed, EnumSet.allOf(KeyKind.class)), "0", 0, InspectFilter.rate(parsed));
        printed = new Printed(
                invocation,
                OutputOptions.of(parsed)
                        .elsewhere(Format.NDJSON, invocation.surroundings().terminal()));
    }

    static CommandSpec spec() {
        CommandSpec spec = Declared.command(NAME);
        InspectFilter.declare(spec);
        new Declared(spec).flag("Exit 10 where something is found.", "--fail");
        OutputOptions.declare(spec);
        spec.usageMessage().description("Find keys that are not as they should be. No terminal: a JSON object a line.");
        return spec;
    }

    @Override
    int inspect(RedisInspector inspector, Session session) {
        Expected expected = session.opalMind().expected();
        if (expected.origin() == null) {
            console().detail("No Matomo is configured: whose reports they are is not looked at.");
        }
        long[] findings = new long[1];
        printed.rows(
                List.of("finding", "detail", "kind", "key"),
                sink -> inspector.lint(walk, expected, finding -> {
                    findings[0]++;
                    sink.accept(InspectRows.name(new Row(), finding.key())
                            .put("finding", finding.flaw().label())
                            .put("detail", finding.detail()));
                }));
        return fail && findings[0] > 0 ? ExitCode.CONDITION : ExitCode.DONE;
    }
}
