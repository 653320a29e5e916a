package io.opalmind.cli;

import io.opalmind.matomo.track.HitKind;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code opalmind track …}: a command for each kind of hit, and those for many hits and for the queue. */
final class TrackCommands {
    static final String NAME = "track";
    static final String SUMMARY = "Send hits to Matomo, each once.";

    private TrackCommands() {}

    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (HitKind kind : HitKind.values()) {
            names.add(kind.label());
        }
        names.addAll(List.of(ImportCommand.NAME, FlushCommand.NAME, StatusCommand.NAME, QueueCommand.NAME));
        return names;
    }

    /** @param args the whole command line: only the command that it names is declared, as each costs start-up */
    static CommandSpec spec(List<String> args) {
        CommandSpec spec = Declared.command(NAME);
        spec.usageMessage().description(SUMMARY);
        for (String name : Commands.needed(NAME, names(), args)) {
            Commands.add(spec, subSpec(name));
        }
        return spec;
    }

    private static CommandSpec subSpec(String name) {
        return switch (name) {
            case ImportCommand.NAME -> ImportCommand.spec();
            case FlushCommand.NAME -> FlushCommand.spec();
            case StatusCommand.NAME -> StatusCommand.spec();
            case QueueCommand.NAME -> QueueCommand.spec();
            default -> HitCommand.spec(kind(name));
        };
    }

    static Command command(Invocation invocation, ParseResult parsed) {
        String name = parsed.commandSpec().name();
        return switch (name) {
            case ImportCommand.NAME -> new ImportCommand(invocation, parsed);
            case FlushCommand.NAME -> new FlushCommand(invocation, parsed);
            case StatusCommand.NAME -> new StatusCommand(invocation, parsed);
            case QueueCommand.NAME -> new QueueCommand(invocation, parsed);
            default -> new HitCommand(invocation, kind(name), parsed);
        };
    }

    private static HitKind kind(String name) {
        for (HitKind kind : HitKind.values()) {
            if (kind.label().equals(name)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(name);
    }
}
