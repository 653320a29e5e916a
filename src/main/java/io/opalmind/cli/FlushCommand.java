package io.opalmind.cli;

import io.opalmind.Tracking;
import io.opalmind.matomo.MatomoException;
import io.opalmind.matomo.ReportCache;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.track.DeliveryPolicy.OnUnknown;
import io.opalmind.matomo.track.FlushSummary;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code opalmind track flush}: delivers what waits. */
final class FlushCommand implements Command {
    static final String NAME = "flush";

    private final Invocation invocation;
    private final OutputOptions outputOptions;
    private final OnUnknown onUnknown;
    private final @Nullable Duration watch;

    FlushCommand(Invocation invocation, ParseResult parsed) {
        this.invocation = invocation;
        this.outputOptions = OutputOptions.of(parsed);
        this.onUnknown = DeliveryOptions.onUnknown(parsed);
        this.watch = parsed.matchedOptionValue("--watch", (Duration) null);
    }

    static CommandSpec spec() {
        CommandSpec spec = Declared.command(NAME);
        new Declared(spec)
                .option(
                        Duration.class,
                        new DurationConverter(),
                        "DUR",
                        "Go on until stopped: look again after each DUR, and deliver what is due.",
                        "--watch");
        DeliveryOptions.declareOnUnknown(spec);
        OutputOptions.declare(spec);
        spec.usageMessage().description("Deliver the hits that wait in the queue, and those of unknown fate.");
        return spec;
    }

    @Override
    public int run() {
        try (Printed printed = new Printed(invocation, outputOptions).prepare();
                Session session = invocation.cleanup().with(Session.open(invocation, ReportCache.Use.READ_AND_WRITE))) {
            Tracking tracking = session.opalMind().tracking(onUnknown);
            FlushSummary summary = tracking.flusher().flush(Instant.MAX, true);
            if (watch != null) {
                summary = watch(tracking, watch, summary);
            }
            printed.record(row(summary));
            return code(summary);
        }
    }

    private FlushSummary watch(Tracking tracking, Duration every, FlushSummary first) {
        FlushSummary sum = first;
        while (tracking.backoff().pause(every)) {
            FlushSummary round = tracking.flusher().flush(Instant.MAX, false);
            tell(round);
            sum = sum.plus(round);
        }
        return sum;
    }

    private void tell(FlushSummary round) {
        if (round.delivered() + round.duplicate() + round.refused() > 0) {
            invocation
                    .console()
                    .detail("Delivered " + round.delivered() + ", refused " + round.refused() + ", left " + round.left()
                            + ".");
        }
    }

    private static Row row(FlushSummary summary) {
        return new Row()
                .put("delivered", summary.delivered())
                .put("duplicate", summary.duplicate())
                .put("refused", summary.refused())
                .put("possiblyDoubled", summary.possiblyDoubled())
                .put("unknown", summary.unknown())
                .put("left", summary.left());
    }

    private int code(FlushSummary summary) {
        RuntimeException failure = summary.failure();
        if (failure != null) {
            invocation.console().error(String.valueOf(failure.getMessage()));
            return failure instanceof MatomoException matomo ? ExitCode.of(matomo.kind()) : ExitCode.UNREACHABLE;
        }
        if (summary.refused() + summary.unknown() > 0) {
            invocation
                    .console()
                    .warn("Refused for good: " + summary.refused()
                            + "; 'opalmind track queue --dead' shows them and why.");
            return ExitCode.PARTLY;
        }
        if (summary.left() > 0) {
            invocation
                    .console()
                    .warn("Another process is delivering " + summary.left()
                            + " hits, or was killed doing so a moment ago. Try again.");
            return ExitCode.BUSY;
        }
        return ExitCode.DONE;
    }
}
