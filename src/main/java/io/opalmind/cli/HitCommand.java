package io.opalmind.cli;

import io.opalmind.Tracking;
import io.opalmind.matomo.ReportCache;
import io.opalmind.matomo.track.DeliveryPolicy.OnUnknown;
import io.opalmind.matomo.track.DeliveryResult;
import io.opalmind.matomo.track.FlushSummary;
import io.opalmind.matomo.track.HitFault;
import io.opalmind.matomo.track.HitKind;
import io.opalmind.matomo.track.HitRefusedException;
import io.opalmind.matomo.track.Outcome;
import io.opalmind.matomo.track.PreparedHit;
import io.opalmind.store.KeptHit;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code opalmind track event} and its siblings: one hit. */
final class HitCommand implements Command {
    /** What else waits is delivered on the way out, if that does not keep anyone waiting. */
    private static final Duration ON_THE_WAY_OUT = Duration.ofSeconds(2);

    private final Invocation invocation;
    private final HitOptions hit;
    private final OutputOptions outputOptions;
    private final OnUnknown onUnknown;
    private final boolean queues;
    private final boolean strict;
    private final boolean verifies;
    private final boolean dry;

    HitCommand(Invocation invocation, HitKind kind, ParseResult parsed) {
        this.invocation = invocation;
        this.hit = HitOptions.of(parsed, kind, invocation.surroundings().directory());
        this.outputOptions = OutputOptions.of(parsed);
        this.onUnknown = DeliveryOptions.onUnknown(parsed);
        this.queues = !Declared.has(parsed, "--no-queue");
        this.strict = Declared.has(parsed, "--strict");
        this.verifies = Declared.has(parsed, "--verify");
        this.dry = Declared.has(parsed, "--dry-run");
    }

    static CommandSpec spec(HitKind kind) {
        CommandSpec spec = Declared.command(kind.label());
        HitOptions.declare(spec, kind);
        new Declared(spec)
                .flag("Do not keep what cannot be delivered: exit 6 then.", "--no-queue")
                .flag("With Redis configured and away, queue the hit instead of sending it.", "--strict")
                .flag("Ask the visits log afterwards whether the hit is there.", "--verify")
                .flag("Check the hit and show it; send nothing.", "--dry-run");
        DeliveryOptions.declareOnUnknown(spec);
        OutputOptions.declare(spec);
        String words = kind.description();
        spec.usageMessage().description(Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".");
        return spec;
    }

    @Override
    public int run() {
        HitArguments arguments = new HitArguments(invocation, hit);
        arguments.check();
        try (Printed printed = new Printed(invocation, outputOptions).prepare();
                Session session = invocation.cleanup().with(Session.open(invocation, ReportCache.Use.READ_AND_WRITE))) {
            Tracking tracking = session.opalMind().tracking(onUnknown);
            PreparedHit prepared = arguments.prepared(session, tracking.matomo());
            return dry ? dryRun(tracking, prepared, printed) : track(tracking, prepared.kept(), printed, arguments);
        }
    }

    private int track(Tracking tracking, KeptHit kept, Printed printed, HitArguments arguments) {
        DeliveryResult result = tracking.tracker().track(kept, queues, strict);
        if (result.failure() instanceof HitRefusedException refusal) {
            throw new UsageException(arguments.message(refusal));
        }
        HitReport report = new HitReport(invocation.console(), result);
        printed.record(verifies ? report.verified(tracking.verifier()) : report.row());
        return leave(tracking, result.outcome(), report.tell());
    }

    private static int dryRun(Tracking tracking, PreparedHit prepared, Printed printed) {
        HitFault fault = tracking.gate().check(prepared.hit());
        if (fault != null) {
            throw new HitRefusedException(List.of(fault));
        }
        printed.record(HitReport.parameters(prepared));
        return ExitCode.DONE;
    }

    private int leave(Tracking tracking, Outcome outcome, int code) {
        if (outcome == Outcome.DELIVERED || outcome == Outcome.DUPLICATE) {
            FlushSummary others = tracking.tracker().deliverWhatIsDue(ON_THE_WAY_OUT);
            if (others.delivered() + others.refused() > 0) {
                invocation
                        .console()
                        .detail("Of hits that waited " + others.delivered() + " were delivered, " + others.refused()
                                + " refused.");
            }
        }
        return code;
    }
}
