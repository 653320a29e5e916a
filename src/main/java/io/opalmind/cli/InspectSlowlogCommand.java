package io.opalmind.cli;

import io.opalmind.matomo.Row;
import io.opalmind.matomo.http.Redactor;
import io.opalmind.store.redis.inspect.RedisInspector;
import io.opalmind.store.redis.inspect.SlowCommand;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code opalmind inspect-redis slowlog}: the commands that Redis noted as slow. */
final class InspectSlowlogCommand extends InspectCommand {
    static final String NAME = "slowlog";

    private static final int DEFAULT = 20;
    private static final int MOST = 10_000;

    private final int count;
    private final Printed printed;

    InspectSlowlogCommand(Invocation invocation, ParseResult parsed) {
        super(invocation);
        Integer wanted = Declared.number(parsed, "--count");
        count = wanted == null ? DEFAULT : InspectFilter.atLeastOne("--count", wanted);
        if (count > MOST) {
            throw new UsageException("--count " + count + ": " + MOST + " at the most.");
        }
        printed = new Printed(invocation, OutputOptions.of(parsed));
    }

    static CommandSpec spec() {
        CommandSpec spec = Declared.command(NAME);
        new Declared(spec).number("N", "The latest N of each server. Default: 20.", "-n", "--count");
        OutputOptions.declare(spec);
        spec.usageMessage()
                .description("Show slow commands, the latest first, and what to do. Passwords in them are not shown.");
        return spec;
    }

    @Override
    int inspect(RedisInspector inspector, Session session) {
        List<SlowCommand> slow = inspector.slowlog(count);
        Redactor redactor = InspectGetCommand.redactor(session);
        printed.rows(sink -> slow.forEach(command -> sink.accept(row(command, redactor))));
        return ExitCode.DONE;
    }

    private static Row row(SlowCommand slow, Redactor redactor) {
        return new Row()
                .put("server", slow.server())
                .put("id", slow.id())
                .put("time", Instant.ofEpochSecond(slow.at()).toString())
                .put("microseconds", slow.micros())
                .put("command", redactor.clean(slow.command()))
                .put("client", slow.client())
                .put("advice", slow.advice());
    }
}
