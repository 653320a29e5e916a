package io.opalmind.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code opalmind inspect-redis …}: a command for each thing that is asked about what stands in Redis. */
final class InspectCommands {
    static final String NAME = "inspect-redis";
    static final String SUMMARY = "Look into Redis: what stands there, how it does, what is wrong with it.";
    static final List<String> NAMES = List.of(
            InspectSummaryCommand.NAME,
            InspectKeysCommand.NAME,
            InspectGetCommand.NAME,
            InspectDeleteCommand.NAME,
            InspectExportCommand.NAME,
            InspectImportCommand.NAME,
            InspectLintCommand.NAME,
            InspectMemoryCommand.NAME,
            InspectLatencyCommand.NAME,
            InspectSlowlogCommand.NAME,
            InspectAuditCommand.NAME);

    private InspectCommands() {}

    /** @param args the whole command line: only the command that it names is declared, as each costs start-up */
    static CommandSpec spec(List<String> args) {
        CommandSpec spec = Declared.command(NAME);
        spec.usageMessage().description(SUMMARY);
        for (String name : Commands.needed(NAME, NAMES, args)) {
            Commands.add(spec, subSpec(name));
        }
        return spec;
    }

    private static CommandSpec subSpec(String name) {
        return switch (name) {
            case InspectSummaryCommand.NAME -> InspectSummaryCommand.spec();
            case InspectKeysCommand.NAME -> InspectKeysCommand.spec();
            case InspectGetCommand.NAME -> InspectGetCommand.spec();
            case InspectDeleteCommand.NAME -> InspectDeleteCommand.spec();
            case InspectExportCommand.NAME -> InspectExportCommand.spec();
            case InspectImportCommand.NAME -> InspectImportCommand.spec();
            case InspectLintCommand.NAME -> InspectLintCommand.spec();
            case InspectMemoryCommand.NAME -> InspectMemoryCommand.spec();
            case InspectLatencyCommand.NAME -> InspectLatencyCommand.spec();
            case InspectSlowlogCommand.NAME -> InspectSlowlogCommand.spec();
            case InspectAuditCommand.NAME -> InspectAuditCommand.spec();
            default -> throw new IllegalArgumentException(name);
        };
    }

    static Command command(Invocation invocation, ParseResult parsed) {
        String name = parsed.commandSpec().name();
        return switch (name) {
            case InspectSummaryCommand.NAME -> new InspectSummaryCommand(invocation, parsed);
            case InspectKeysCommand.NAME -> new InspectKeysCommand(invocation, parsed);
            case InspectGetCommand.NAME -> new InspectGetCommand(invocation, parsed);
            case InspectDeleteCommand.NAME -> new InspectDeleteCommand(invocation, parsed);
            case InspectExportCommand.NAME -> new InspectExportCommand(invocation, parsed);
            case InspectImportCommand.NAME -> new InspectImportCommand(invocation, parsed);
            case InspectLintCommand.NAME -> new InspectLintCommand(invocation, parsed);
            case InspectMemoryCommand.NAME -> new InspectMemoryCommand(invocation, parsed);
            case InspectLatencyCommand.NAME -> new InspectLatencyCommand(invocation, parsed);
            case InspectSlowlogCommand.NAME -> new InspectSlowlogCommand(invocation, parsed);
            case InspectAuditCommand.NAME -> new InspectAuditCommand(invocation, parsed);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The one argument of a command, such as a key or a file. */
    static void declareArgument(CommandSpec spec, String label, String description) {
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build());
    }

    /** @throws UsageException where it is missing; it says what is wanted */
    static String argument(ParseResult parsed, String missing) {
        String argument = parsed.matchedPositionalValue(0, (String) null);
        if (argument == null) {
            throw new UsageException(missing);
        }
        return argument;
    }
}
