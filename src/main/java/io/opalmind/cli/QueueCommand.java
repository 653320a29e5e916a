package io.opalmind.cli;

import io.opalmind.Tracking;
import io.opalmind.matomo.ReportCache;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import io.opalmind.matomo.track.DeliveryPolicy.OnUnknown;
import io.opalmind.store.HitQueue;
import io.opalmind.store.KeptHit;
import io.opalmind.store.QueueSummary;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code opalmind track queue}: shows what waits, and what Matomo refused. */
final class QueueCommand implements Command {
    static final String NAME = "queue";
    /** As many hits of unknown fate are counted. */
    private static final int MOST_IN_DOUBT = 1000;

    private final Invocation invocation;
    private final OutputOptions outputOptions;
    private final boolean list;
    private final boolean dead;
    private final boolean revive;

    QueueCommand(Invocation invocation, ParseResult parsed) {
        this.invocation = invocation;
        this.outputOptions = OutputOptions.of(parsed);
        this.list = Declared.has(parsed, "--list");
        this.dead = Declared.has(parsed, "--dead");
        this.revive = Declared.has(parsed, "--retry-dead");
        if ((list ? 1 : 0) + (dead ? 1 : 0) + (revive ? 1 : 0) > 1) {
            throw new UsageException("--list, --dead and --retry-dead exclude each other; give one of them.");
        }
    }

    static CommandSpec spec() {
        CommandSpec spec = Declared.command(NAME);
        new Declared(spec)
                .flag("Show each hit that waits.", "--list")
                .flag("Show each hit that Matomo refused, and why.", "--dead")
                .flag("Put the refused hits into the queue again.", "--retry-dead");
        OutputOptions.declare(spec);
        spec.usageMessage().description("Show how it stands with the hits that are not delivered yet.");
        return spec;
    }

    @Override
    public int run() {
        Printed printed = new Printed(invocation, outputOptions);
        try (Session session = invocation.cleanup().with(Session.open(invocation, ReportCache.Use.READ_AND_WRITE))) {
            Tracking tracking = session.opalMind().tracking(OnUnknown.VERIFY);
            HitQueue queue = tracking.queue();
            if (revive) {
                printed.record(new Row().put("queued", queue.reviveDead()));
            } else if (list || dead) {
                printed.rows(rows -> show(queue, hit -> rows.accept(row(hit))));
            } else {
                printed.record(summary(
                        queue.summary(),
                        tracking.records().abandoned(MOST_IN_DOUBT).size()));
            }
            return ExitCode.DONE;
        }
    }

    private void show(HitQueue queue, Consumer<KeptHit> rows) {
        if (dead) {
            queue.forEachDead(rows);
        } else {
            queue.forEachWaiting(rows);
        }
    }

    private static Row row(KeptHit hit) {
        return new Row()
                .put("idempotencyKey", hit.key())
                .put("happenedAt", time(hit.happenedAt()))
                .put("attempts", hit.attempts())
                .put("lastError", text(hit.lastError()))
                .put("mayHaveArrived", new Value.Flag(hit.mayHaveArrived()))
                .put("visitor", hit.visitor())
                .put("query", hit.query());
    }

    private Row summary(QueueSummary summary, int inDoubt) {
        long now = invocation.surroundings().clock().millis();
        return new Row()
                .put("pending", summary.pending())
                .put("inFlight", summary.inFlight())
                .put("inDoubt", inDoubt)
                .put("dead", summary.dead())
                .put("oldestAt", time(summary.oldestAt()))
                .put("ageSeconds", summary.oldestAt() == 0 ? 0 : Math.max(0, (now - summary.oldestAt()) / 1000))
                .put("attempts", summary.attempts())
                .put("lastError", text(summary.lastError()))
                .put("dueAt", time(summary.dueAt()));
    }

    private static Value time(long millis) {
        return millis == 0
                ? Value.Nothing.INSTANCE
                : new Value.Text(Instant.ofEpochMilli(millis).toString());
    }

    private static Value text(@Nullable String text) {
        return text == null ? Value.Nothing.INSTANCE : new Value.Text(text);
    }
}
