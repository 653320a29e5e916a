package io.opalmind.cli;

import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import io.opalmind.store.redis.inspect.Latency;
import io.opalmind.store.redis.inspect.RedisInspector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code opalmind inspect-redis latency}: how long round trips take. */
final class InspectLatencyCommand extends InspectCommand {
    static final String NAME = "latency";

    private static final int DEFAULT = 1000;
    private static final int MOST = 1_000_000;

    /** A cache that takes longer hardly pays. */
    private static final long SLOW_MICROS = 10_000;

    private final int count;
    private final int rate;
    private final Printed printed;

    InspectLatencyCommand(Invocation invocation, ParseResult parsed) {
        super(invocation);
        Integer wanted = Declared.number(parsed, "--count");
        count = wanted == null ? DEFAULT : InspectFilter.atLeastOne("--count", wanted);
        if (count > MOST) {
            throw new UsageException("--count " + count + ": " + MOST + " at the most.");
        }
        rate = InspectFilter.rate(parsed);
        printed = new Printed(invocation, OutputOptions.of(parsed));
    }

    static CommandSpec spec() {
        CommandSpec spec = Declared.command(NAME);
        new Declared(spec)
                .number("N", "Round trips to each server. Default: 1000.", "-n", "--count")
                .number("N", "N a second at the most.", "--rate");
        OutputOptions.declare(spec);
        spec.usageMessage().description("Measure round trips (PING): percentiles and a histogram, in microseconds.");
        return spec;
    }

    @Override
    int inspect(RedisInspector inspector, Session session) {
        List<Latency> measured = inspector.latency(count, rate);
        if (printed.nests()) {
            List<Value> servers = new ArrayList<>();
            measured.forEach(latency -> servers.add(nested(latency)));
            printed.record(new Row().put("count", count).put("servers", new Value.Items(servers)));
        } else {
            printed.rows(sink -> measured.forEach(latency -> lay(latency, sink)));
        }
        measured.forEach(this::advise);
        return ExitCode.DONE;
    }

    private static Row nested(Latency latency) {
        Row row = percentiles(latency);
        List<Value> steps = new ArrayList<>();
        for (Latency.Step step : latency.histogram()) {
            steps.add(new Row().put("upTo", step.micros()).put("count", step.count()));
        }
        return row.put("histogram", new Value.Items(steps));
    }

    private static Row percentiles(Latency latency) {
        return new Row()
                .put("server", latency.server())
                .put("min", latency.percentile(0))
                .put("p50", latency.percentile(0.5))
                .put("p90", latency.percentile(0.9))
                .put("p99", latency.percentile(0.99))
                .put("p999", latency.percentile(0.999))
                .put("max", latency.percentile(1))
                .put("mean", latency.mean());
    }

    private static void lay(Latency latency, Consumer<Row> sink) {
        Row percentiles = percentiles(latency);
        for (int i = 1; i < percentiles.size(); i++) {
            sink.accept(new Row()
                    .put("server", latency.server())
                    .put("measure", percentiles.name(i))
                    .put("microseconds", percentiles.value(i)));
        }
        for (Latency.Step step : latency.histogram()) {
            sink.accept(new Row()
                    .put("server", latency.server())
                    .put("measure", "up to")
                    .put("microseconds", step.micros())
                    .put("count", step.count()));
        }
    }

    private void advise(Latency latency) {
        if (latency.percentile(0.99) > SLOW_MICROS) {
            console()
                    .warn(latency.server() + " is slow: one round trip of a hundred takes "
                            + latency.percentile(0.99) / 1000 + " ms or more. Look at 'inspect-redis slowlog', at the"
                            + " load of its host and of this one, and at the network between them.");
        }
    }
}
