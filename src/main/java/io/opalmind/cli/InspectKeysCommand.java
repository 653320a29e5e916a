package io.opalmind.cli;

import io.opalmind.render.Format;
import io.opalmind.store.redis.inspect.KeyKind;
import io.opalmind.store.redis.inspect.RedisInspector;
import io.opalmind.store.redis.inspect.Walk;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code opalmind inspect-redis keys}: a row a key. */
final class InspectKeysCommand extends InspectCommand {
    static final String NAME = "keys";

    /** More than that nobody reads on a screen, and a table holds all its rows before it is laid out. */
    private static final int SCREENFUL = 1000;

    /** Feature, site, period and date stand in the key, which needs the room. */
    private static final List<String> WORTH_A_LOOK =
            List.of("key", "type", "ttlMs", "bytes", "idleSeconds", "ageSeconds");

    private final Walk walk;
    private final int sample;
    private final Printed printed;

    InspectKeysCommand(Invocation invocation, ParseResult parsed) {
        super(invocation);
        Terminal terminal = invocation.surroundings().terminal();
        OutputOptions options = OutputOptions.of(parsed).elsewhere(Format.NDJSON, terminal);
        boolean table = options.format(terminal) == Format.TABLE;
        Integer page = Declared.number(parsed, "--page");
        Integer drawn = Declared.number(parsed, "--sample");
        sample = drawn == null ? 0 : InspectFilter.atLeastOne("--sample", drawn);
        walk = new Walk(
                InspectFilter.of(parsed, EnumSet.allOf(KeyKind.class)),
                cursor(parsed),
                page == null ? table ? SCREENFUL : 0 : InspectFilter.atLeastOne("--page", page),
                InspectFilter.rate(parsed));
        printed = new Printed(invocation, options);
    }

    static CommandSpec spec() {
        CommandSpec spec = Declared.command(NAME);
        InspectFilter.declare(spec);
        new Declared(spec)
                .number("N", "So many of them, as if drawn by lot.", "--sample")
                .number("N", "Stop behind N keys, or a few more, and say where to go on. A table: 1000.", "--page")
                .text("C", "Go on there.", "--cursor");
        OutputOptions.declare(spec);
        spec.usageMessage()
                .description(
                        "List keys with their type, time to live, memory and age. No terminal: a JSON object a line.");
        return spec;
    }

    private static String cursor(ParseResult parsed) {
        String cursor = Declared.text(parsed, "--cursor");
        if (cursor != null && !Walk.isCursor(cursor)) {
            throw new UsageException("--cursor " + cursor + ": what an earlier --page said, such as 1234 or 1234@1.");
        }
        if (cursor != null && Declared.has(parsed, "--sample")) {
            throw new UsageException("--cursor and --sample exclude each other; leave one out.");
        }
        return cursor == null ? "0" : cursor;
    }

    @Override
    int inspect(RedisInspector inspector, Session session) {
        if (sample > 0) {
            printed.rows(
                    WORTH_A_LOOK, sink -> inspector.sample(walk, sample, key -> sink.accept(InspectRows.key(key))));
            return ExitCode.DONE;
        }
        if (!inspector.hasPlace(walk)) {
            throw new UsageException(
                    "--cursor " + walk.cursor() + ": there is no such master; begin without --cursor.");
        }
        @Nullable String[] next = new String[1];
        printed.rows(WORTH_A_LOOK, sink -> next[0] = inspector.keys(walk, key -> sink.accept(InspectRows.key(key))));
        if (next[0] != null) {
            console().warn("There are more: go on with --cursor " + next[0] + ".");
        }
        return ExitCode.DONE;
    }
}
