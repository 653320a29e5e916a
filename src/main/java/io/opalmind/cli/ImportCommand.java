package io.opalmind.cli;

import io.opalmind.Tracking;
import io.opalmind.matomo.ReportCache;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import io.opalmind.matomo.track.bulk.BulkImport;
import io.opalmind.matomo.track.bulk.HitWire;
import io.opalmind.matomo.track.bulk.ImportCounts;
import io.opalmind.matomo.track.bulk.ImportRefusedException;
import io.opalmind.matomo.track.bulk.ImportSettings;
import io.opalmind.matomo.track.bulk.ImportSummary;
import io.opalmind.matomo.track.bulk.ImportTools;
import io.opalmind.matomo.track.bulk.JournalException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code opalmind track import FILE|-}: many hits. */
final class ImportCommand implements Command {
    static final String NAME = "import";

    private final Invocation invocation;
    private final ImportOptions options;
    private final OutputOptions outputOptions;

    ImportCommand(Invocation invocation, ParseResult parsed) {
        this.invocation = invocation;
        this.options = ImportOptions.of(parsed);
        this.outputOptions = OutputOptions.of(parsed);
    }

    static CommandSpec spec() {
        CommandSpec spec = Declared.command(NAME);
        ImportOptions.declare(spec);
        OutputOptions.declare(spec);
        spec.usageMessage().description("Send the hits of a file, each once; after a kill go on where it stopped.");
        return spec;
    }

    @Override
    public int run() {
        Printed printed = new Printed(invocation, outputOptions);
        settings(Path.of(""), null, "", Duration.ZERO);
        try (Session session = invocation.cleanup().with(Session.open(invocation, ReportCache.Use.READ_AND_WRITE))) {
            Tracking tracking = session.opalMind().tracking(options.onUnknown());
            ImportSettings settings = settings(
                    session.config().stateDir(),
                    site(session),
                    tracking.matomo(),
                    session.config().matomo().timeout());
            ImportSummary summary = run(settings, tracking);
            printed.record(row(summary.counts()));
            return code(summary);
        } catch (ImportRefusedException e) {
            return refused(e);
        } catch (JournalException e) {
            invocation.console().error(String.valueOf(e.getMessage()));
            return ExitCode.OUTPUT;
        }
    }

    private ImportSettings settings(Path stateDirectory, @Nullable String site, String matomo, Duration settling) {
        return options.settings(invocation.surroundings().directory(), site, stateDirectory, matomo, settling);
    }

    private @Nullable String site(Session session) {
        if (options.site() == null && session.config().matomo().defaultSiteId() == null) {
            return null;
        }
        Sites sites =
                Sites.of(options.site(), session.config(), session.opalMind().client());
        if (sites.ids().size() != 1) {
            throw new UsageException("--site '" + options.site() + "': a hit is of one site; name one.");
        }
        return sites.ids().get(0).toString();
    }

    private ImportSummary run(ImportSettings settings, Tracking tracking) {
        ProgressLine progress = ProgressLine.of(invocation, options.progress());
        ImportTools tools = new ImportTools(
                tracking.gate(),
                HitWire.of(tracking.api()),
                tracking.verifier(),
                settings.keyField() == null ? null : tracking.records(),
                invocation.surroundings().clock(),
                invocation.surroundings().in(),
                progress::warn,
                progress::show);
        try (BulkImport bulk = invocation.cleanup().with(new BulkImport(settings, tools))) {
            return bulk.run();
        } finally {
            progress.end();
        }
    }

    private static Row row(ImportCounts counts) {
        return new Row()
                .put("lines", counts.lines())
                .put("delivered", counts.delivered())
                .put("refused", counts.refused())
                .put("duplicate", counts.duplicate())
                .put("unknown", counts.unknown())
                .put("possiblyDoubled", counts.possiblyDoubled())
                .put("seconds", new Value.Num(Double.toString(counts.millis() / 1000.0)))
                .put("rate", new Value.Num(Double.toString(counts.rate())));
    }

    private int code(ImportSummary summary) {
        if (summary.wasDone()) {
            invocation
                    .console()
                    .warn("This file was imported before, and nothing is sent. --restart sends it all again.");
        }
        return summary.isWhole() ? ExitCode.DONE : ExitCode.PARTLY;
    }

    private int refused(ImportRefusedException refusal) {
        if (!refusal.isBusy()) {
            throw new UsageException(String.valueOf(refusal.getMessage()));
        }
        invocation.console().error(String.valueOf(refusal.getMessage()));
        return ExitCode.BUSY;
    }
}
