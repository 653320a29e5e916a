package io.opalmind.cli;

import io.opalmind.render.Format;
import io.opalmind.render.Renderer;
import io.opalmind.render.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code opalmind cache-stats}. */
final class CacheStatsCommand implements Command {
    static final String NAME = "cache-stats";
    static final String SUMMARY = "Show what the cache did, over all invocations and hosts, and what it holds.";

    /** For so long the stores keep counters by the hour. */
    private static final Duration LONGEST = Duration.ofDays(35);

    private static final List<String> COLUMNS = List.of(
            "feature",
            "hits",
            "misses",
            "hitRate",
            "sets",
            "staleEvictions",
            "entries",
            "bytes",
            "ttlMs.min",
            "ttlMs.median",
            "ttlMs.max");

    private final Invocation invocation;
    private final @Nullable Duration since;
    private final boolean reset;
    private final OutputOptions outputOptions;

    CacheStatsCommand(Invocation invocation, ParseResult parsed) {
        this.invocation = invocation;
        this.since = parsed.matchedOptionValue("--since", (Duration) null);
        this.reset = Declared.has(parsed, "--reset");
        this.outputOptions = OutputOptions.of(parsed);
    }

    static CommandSpec spec() {
        CommandSpec spec = Declared.command(NAME);
        new Declared(spec)
                .option(
                        Duration.class,
                        new DurationConverter(),
                        "DUR",
                        "Count from the start of the hour that was so long ago: 24h, 7d; 35d at the most.",
                        "--since")
                .flag("Let the counters begin anew once they are shown; what is cached stays.", "--reset");
        OutputOptions.declare(spec);
        spec.usageMessage().description(SUMMARY);
        return spec;
    }

    @Override
    public int run() {
        Instant from = from();
        Format format = outputOptions.format(invocation.surroundings().terminal());
        List<String> columns = outputOptions.columnNames();
        try (Session session = invocation.cleanup().with(Session.withoutMatomo(invocation));
                Output output = Output.open(invocation, outputOptions)) {
            CacheStatsRows rows = new CacheStatsRows(session.opalMind().cacheStats(from), from);
            print(rows, format, columns, output);
            output.commit();
            return reset ? reset(session) : ExitCode.DONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Instant from() {
        if (since == null) {
            return Instant.EPOCH;
        }
        if (since.compareTo(LONGEST) > 0) {
            throw new UsageException("--since: counters by the hour are kept for " + LONGEST.toDays()
                    + " days; leave it out for all that was ever counted.");
        }
        return invocation.surroundings().clock().instant().minus(since);
    }

    private static void print(CacheStatsRows rows, Format format, List<String> columns, Output output)
            throws IOException {
        boolean whole = format == Format.JSON && columns.isEmpty();
        Table table = whole ? Table.record(columns, COLUMNS) : Table.rows(columns, COLUMNS);
        Renderer renderer = format.renderer(table, output.stream(), output.style());
        if (whole) {
            renderer.row(rows.whole());
        } else {
            rows.each(renderer);
        }
        renderer.finish();
    }

    private int reset(Session session) {
        if (session.opalMind().resetCacheStats()) {
            return ExitCode.DONE;
        }
        invocation.console().error("The counters were not reset.");
        return session.config().redis() == null ? ExitCode.OUTPUT : ExitCode.REDIS;
    }
}
