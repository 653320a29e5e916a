package io.opalmind.cli;

import io.opalmind.config.ConfigException;
import io.opalmind.health.HealthQuestions;
import io.opalmind.health.HealthReport;
import io.opalmind.health.NagiosLine;
import io.opalmind.health.Verdict;
import io.opalmind.matomo.ReportCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code opalmind health}. It alone ends with the codes of the monitoring plugins. */
final class HealthCommand implements Command {
    static final String NAME = "health";
    static final String SUMMARY = "Check Matomo, the token, the stores and the queue, all at the same time.";

    /** Neither healthy nor not: usage, configuration, and whatever else kept it from finding out. */
    static final int UNKNOWN = 3;

    private final Invocation invocation;
    private final HealthOptions options;

    HealthCommand(Invocation invocation, ParseResult parsed) {
        this.invocation = invocation;
        this.options = HealthOptions.of(parsed);
    }

    static CommandSpec spec() {
        CommandSpec spec = Declared.command(NAME);
        HealthOptions.declare(spec);
        spec.usageMessage().description(SUMMARY);
        return spec;
    }

    /** Its exit codes, for its help. */
    static List<String> codes() {
        return List.of("Exit codes: 0 healthy, 1 degraded, 2 unhealthy, 3 unknown.");
    }

    @Override
    public int run() {
        try {
            HealthOptions.Form form = options.form(invocation.surroundings().terminal());
            Verdict failsOn = options.failsOn();
            try (Session session = invocation.cleanup().with(Session.open(invocation, ReportCache.Use.NONE))) {
                HealthReport report =
                        session.opalMind().health(questions(session)).cleaned(invocation.console()::clean);
                int code = report.status().compareTo(failsOn) < 0
                        ? ExitCode.DONE
                        : report.status().level();
                print(new HealthPrint(report, form, code));
                return code;
            }
        } catch (OutputException nobodyReads) {
            throw nobodyReads;
        } catch (RuntimeException e) {
            tellNagios(e);
            throw e;
        }
    }

    private HealthQuestions questions(Session session) {
        String typed = options.site();
        if (typed == null && session.config().matomo().defaultSiteId() == null) {
            return new HealthQuestions(null, options.details());
        }
        if (typed != null && typed.strip().equals(Sites.ALL)) {
            throw new UsageException("--site all: name one site.");
        }
        Sites sites = Sites.of(typed, session.config(), session.opalMind().client());
        if (sites.several()) {
            throw new UsageException("--site '" + typed + "': name one site.");
        }
        boolean wanted = typed != null || options.details();
        return new HealthQuestions(wanted ? sites.ids().get(0) : null, options.details());
    }

    private void print(HealthPrint print) {
        try (Output output = Output.open(invocation, options.output())) {
            print.to(output);
            output.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nagios reads standard output alone, where a command that ended before it began has said nothing. */
    private void tellNagios(RuntimeException e) {
        boolean nagios = "nagios".equals(options.formatName()) && options.file() == null;
        if (nagios) {
            String line = NagiosLine.unknown(invocation.console().clean(message(e)));
            invocation.surroundings().print(line);
        }
    }

    private static String message(RuntimeException e) {
        @Nullable
        String message =
                e instanceof ConfigException faults ? faults.faults().get(0).message() : e.getMessage();
        return String.valueOf(message);
    }
}
