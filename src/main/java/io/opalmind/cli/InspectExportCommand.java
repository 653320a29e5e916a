package io.opalmind.cli;

import io.opalmind.config.MatomoConfig;
import io.opalmind.store.redis.inspect.Exported;
import io.opalmind.store.redis.inspect.RedisInspector;
import io.opalmind.store.redis.inspect.ServerFacts;
import io.opalmind.store.redis.inspect.Walk;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code opalmind inspect-redis export FILE|-}: cached reports and records of hits as lines of JSON. */
final class InspectExportCommand extends InspectCommand {
    static final String NAME = "export";

    private final String file;
    private final Walk walk;

    InspectExportCommand(Invocation invocation, ParseResult parsed) {
        super(invocation);
        file = InspectCommands.argument(parsed, "To which file? Its name, or - for standard output.");
        walk = new Walk(InspectFilter.of(parsed, InspectDeleteCommand.KINDS), "0", 0, InspectFilter.rate(parsed));
    }

    static CommandSpec spec() {
        CommandSpec spec = Declared.command(NAME);
        InspectCommands.declareArgument(spec, "FILE", "Where to; - is standard output.");
        InspectFilter.declare(spec, InspectDeleteCommand.KINDS);
        spec.usageMessage()
                .description(
                        "Carry cached reports and records of hits out, a JSON object a line, for import.",
                        "Into a file, the same command after an interruption goes on where it stopped.");
        return spec;
    }

    @Override
    int inspect(RedisInspector inspector, Session session) {
        MatomoConfig matomo = session.config().matomoIfSet();
        List<String> secrets =
                matomo == null ? List.of() : List.of(matomo.token().reveal());
        Exported exported = file.equals("-")
                ? inspector.export(
                        walk, new ExportStream(invocation().surroundings().out()), secrets)
                : toFile(inspector, secrets);
        if (exported.tooLong() > 0) {
            console().warn("Left out: " + exported.tooLong() + " keys whose values are longer than 8 MB.");
        }
        if (exported.secret() > 0) {
            console().warn("Left out: " + exported.secret() + " keys in whose values the token stands.");
        }
        console().detail("Exported " + exported.keys() + " keys.");
        return ExitCode.DONE;
    }

    private Exported toFile(RedisInspector inspector, List<String> secrets) {
        StringBuilder source = new StringBuilder(walk.filter().toString());
        for (ServerFacts server : inspector.facts()) {
            source.append(' ').append(server.server()).append(' ').append(server.text("run_id"));
        }
        try (ExportFile out = invocation()
                .cleanup()
                .with(ExportFile.open(invocation().surroundings().directory().resolve(file), source.toString()))) {
            String cursor = out.cursor();
            if (!cursor.equals("0")) {
                console().warn("Going on with an export that was interrupted.");
            }
            Exported exported = inspector.export(new Walk(walk.filter(), cursor, 0, walk.rate()), out, secrets);
            out.commit();
            return exported;
        }
    }
}
