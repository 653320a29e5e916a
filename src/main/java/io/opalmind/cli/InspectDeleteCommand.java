package io.opalmind.cli;

import io.opalmind.matomo.Row;
import io.opalmind.render.Format;
import io.opalmind.store.redis.inspect.Deleted;
import io.opalmind.store.redis.inspect.FoundKey;
import io.opalmind.store.redis.inspect.KeyKind;
import io.opalmind.store.redis.inspect.MarkedKey;
import io.opalmind.store.redis.inspect.RedisInspector;
import io.opalmind.store.redis.inspect.Walk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code opalmind inspect-redis delete}: removes cached reports and records of hits, and nothing else. */
final class InspectDeleteCommand extends InspectCommand {
    static final String NAME = "delete";

    /** The two key spaces. Whatever waits in a queue, or is under way, is no one's to remove like that. */
    static final Set<KeyKind> KINDS = EnumSet.of(KeyKind.CACHE, KeyKind.IDEMPOTENCY);

    /** So many are held in memory while the user is asked. */
    private static final int MOST_ASKED = 100_000;

    private static final int SHOWN = 10;

    private final Walk walk;
    private final int limit;
    private final boolean yes;
    private final boolean dryRun;
    private final Printed printed;

    InspectDeleteCommand(Invocation invocation, ParseResult parsed) {
        super(invocation);
        Terminal terminal = invocation.surroundings().terminal();
        Integer most = Declared.number(parsed, "--limit");
        limit = most == null ? Integer.MAX_VALUE : InspectFilter.atLeastOne("--limit", most);
        yes = Declared.has(parsed, "--yes");
        dryRun = Declared.has(parsed, "--dry-run");
        walk = new Walk(InspectFilter.of(parsed, KINDS), "0", 0, InspectFilter.rate(parsed));
        if (!yes && !dryRun && !terminal.err()) {
            throw new UsageException(
                    "delete asks on a terminal; elsewhere say --yes, or --dry-run to see what would go.");
        }
        OutputOptions options = OutputOptions.of(parsed);
        printed = new Printed(invocation, dryRun ? options.elsewhere(Format.NDJSON, terminal) : options);
    }

    static CommandSpec spec() {
        CommandSpec spec = Declared.command(NAME);
        InspectFilter.declare(spec, KINDS);
        new Declared(spec)
                .number("N", "Delete N keys at the most.", "--limit")
                .flag("List what would go; delete nothing.", "--dry-run")
                .flag("Do not ask.", "--yes");
        OutputOptions.declare(spec);
        spec.usageMessage()
                .description("Delete cached reports and records of hits that did not change since they were chosen.");
        return spec;
    }

    @Override
    int inspect(RedisInspector inspector, Session session) {
        if (dryRun) {
            return list(inspector);
        }
        try (Printed ready = printed.prepare()) {
            return delete(inspector, ready);
        }
    }

    private int delete(RedisInspector inspector, Printed ready) {
        if (yes) {
            return done(inspector.delete(walk, limit), ready);
        }
        List<MarkedKey> chosen = inspector.choose(walk, Math.min(limit, MOST_ASKED));
        if (chosen.isEmpty()) {
            return done(inspector.delete(chosen), ready);
        }
        show(chosen);
        if (!agrees()) {
            console().error("Nothing was deleted.");
            return ExitCode.DONE;
        }
        return done(inspector.delete(chosen), ready);
    }

    private int list(RedisInspector inspector) {
        long[] sum = new long[2];
        printed.rows(sink -> inspector.keys(walk.upTo(limit), key -> {
            if (sum[0] < limit) {
                sum[0]++;
                sum[1] += Math.max(0, key.bytes());
                sink.accept(InspectRows.key(key));
            }
        }));
        console().warn("Would delete " + sum[0] + " keys, " + sum[1] + " bytes.");
        return ExitCode.DONE;
    }

    private static int done(Deleted deleted, Printed ready) {
        ready.record(new Row()
                .put("matched", deleted.matched())
                .put("deleted", deleted.deleted())
                .put("changed", deleted.changed())
                .put("gone", deleted.gone())
                .put("bytes", deleted.bytes()));
        return ExitCode.DONE;
    }

    private void show(List<MarkedKey> chosen) {
        long bytes = 0;
        long records = 0;
        for (MarkedKey marked : chosen) {
            FoundKey key = marked.key();
            bytes += Math.max(0, key.bytes());
            records += key.kind() == KeyKind.IDEMPOTENCY ? 1 : 0;
        }
        for (MarkedKey marked : chosen.subList(0, Math.min(SHOWN, chosen.size()))) {
            console().error("  " + marked.key().text());
        }
        if (chosen.size() > SHOWN) {
            console().error("  … and " + (chosen.size() - SHOWN) + " more");
        }
        if (records > 0) {
            console()
                    .error("Of these, " + records + " are records of delivered hits: without its record, a hit that is"
                            + " sent again counts twice.");
        }
        if (chosen.size() == MOST_ASKED) {
            console().error("There may be more; --yes deletes any number.");
        }
        console().error("Delete " + chosen.size() + " keys, " + bytes + " bytes? Type yes:");
    }

    private boolean agrees() {
        InputStream in = invocation().surroundings().in();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            for (int octet = in.read(); octet >= 0 && octet != '\n' && line.size() < SHOWN; octet = in.read()) {
                line.write(octet);
            }
        } catch (IOException e) {
            return false;
        }
        String answer = line.toString(StandardCharsets.UTF_8).strip();
        return answer.equals("yes") || answer.equals("y");
    }
}
