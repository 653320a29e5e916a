package io.opalmind.cli;

import io.opalmind.Tracking;
import io.opalmind.matomo.ReportCache;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import io.opalmind.matomo.track.DeliveryPolicy.OnUnknown;
import io.opalmind.store.HitRecord;
import io.opalmind.store.KeptHit;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code opalmind track status KEY}: what became of the hit with that key. */
final class StatusCommand implements Command {
    static final String NAME = "status";
    private static final int MOST_IN_DOUBT = 1000;

    private final Invocation invocation;
    private final OutputOptions outputOptions;
    private final String key;

    StatusCommand(Invocation invocation, ParseResult parsed) {
        this.invocation = invocation;
        this.outputOptions = OutputOptions.of(parsed);
        String typed = parsed.matchedPositionalValue(0, (String) null);
        if (typed == null || typed.isEmpty()) {
            throw new UsageException(
                    "Which key? Give the idempotency key of a hit, which the command that sent it has printed.");
        }
        this.key = typed;
    }

    static CommandSpec spec() {
        CommandSpec spec = Declared.command(NAME);
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .paramLabel("KEY")
                .type(String.class)
                .description("The idempotency key.")
                .build());
        OutputOptions.declare(spec);
        spec.usageMessage().description("Show what became of the hit with a key; exit 10 where it is not delivered.");
        return spec;
    }

    @Override
    public int run() {
        Printed printed = new Printed(invocation, outputOptions);
        try (Session session = invocation.cleanup().with(Session.open(invocation, ReportCache.Use.READ_AND_WRITE))) {
            Tracking tracking = session.opalMind().tracking(OnUnknown.VERIFY);
            HitRecord record = tracking.records().find(List.of(key)).get(0);
            printed.record(record == null ? undelivered(tracking) : delivered(record));
            return record == null ? ExitCode.CONDITION : ExitCode.DONE;
        }
    }

    private static Row delivered(HitRecord record) {
        return new Row()
                .put("idempotencyKey", record.key())
                .put("outcome", "delivered")
                .put("ok", new Value.Flag(record.ok()))
                .put("status", record.status())
                .put("body", record.body())
                .put("attempts", record.attempts())
                .put("completedAt", Instant.ofEpochMilli(record.completedAt()).toString());
    }

    private Row undelivered(Tracking tracking) {
        Sought sought = new Sought();
        sought.as = "unknown";
        tracking.records().abandoned(MOST_IN_DOUBT).forEach(sought);
        sought.as = "queued";
        tracking.queue().forEachWaiting(sought);
        sought.as = "rejected";
        tracking.queue().forEachDead(sought);
        return sought.row();
    }

    /** The hit with that key, as it was found last. */
    private final class Sought implements Consumer<KeptHit> {
        private String as = "";
        private String outcome = "none";
        private @Nullable KeptHit found;

        @Override
        public void accept(KeptHit hit) {
            if (hit.key().equals(key)) {
                found = hit;
                outcome = as;
            }
        }

        private Row row() {
            Row row = new Row().put("idempotencyKey", key).put("outcome", outcome);
            KeptHit hit = found;
            if (hit != null) {
                row.put("attempts", hit.attempts());
                row.put("happenedAt", Instant.ofEpochMilli(hit.happenedAt()).toString());
                String error = hit.lastError();
                row.put("lastError", error == null ? Value.Nothing.INSTANCE : new Value.Text(error));
            }
            return row;
        }
    }
}
