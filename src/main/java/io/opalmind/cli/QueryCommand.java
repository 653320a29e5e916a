package io.opalmind.cli;

import io.opalmind.matomo.MatomoClient;
import io.opalmind.matomo.ReportName;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code opalmind query REPORT}. */
final class QueryCommand implements Command {
    static final String NAME = "query";
    static final String SUMMARY = "Ask Matomo for a report.";

    private final Invocation invocation;
    private final QueryOptions options;
    private final OutputOptions outputOptions;

    QueryCommand(Invocation invocation, ParseResult parsed) {
        this.invocation = invocation;
        this.options = QueryOptions.of(parsed);
        this.outputOptions = OutputOptions.of(parsed);
    }

    static CommandSpec spec() {
        CommandSpec spec = Declared.command(NAME);
        QueryOptions.declare(spec);
        OutputOptions.declare(spec);
        spec.usageMessage().description(SUMMARY);
        return spec;
    }

    /** The reports, for its help. */
    static List<String> reports() {
        List<String> lines = new ArrayList<>();
        lines.add("Reports:");
        for (ReportName report : ReportName.values()) {
            String gap = " ".repeat(26 - report.label().length());
            lines.add("  " + report.label() + gap + report.description());
        }
        lines.add("");
        lines.add("More: 'opalmind help dates', and segments, formats, exit-codes.");
        return lines;
    }

    @Override
    public int run() {
        QueryArguments arguments = new QueryArguments(options);
        arguments.query(1);
        QueryPrint print = new QueryPrint(invocation, options, outputOptions);
        try (Session session = invocation.cleanup().with(Session.open(invocation, options.cache()))) {
            MatomoClient client = session.opalMind().client();
            return options.explain()
                    ? new QueryExplanation(session, client)
                            .print(arguments, options, Output.open(invocation, outputOptions))
                    : print.run(client, arguments, Sites.of(options.site(), session.config(), client));
        }
    }
}
