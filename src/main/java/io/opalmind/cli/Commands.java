package io.opalmind.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The tree of commands. To declare one costs start-up, so only the one that was named is declared, save for help. */
final class Commands {
    static final String ROOT = "opalmind";
    static final List<String> NAMES = List.of(
            QueryCommand.NAME,
            TrackCommands.NAME,
            CacheStatsCommand.NAME,
            HealthCommand.NAME,
            InspectCommands.NAME,
            SandboxCommand.NAME,
            CompletionCommand.NAME,
            HelpCommand.NAME);

    private Commands() {}

    /** A parser for that command line. */
    static CommandLine parser(String[] args) {
        CommandSpec root = Declared.command(ROOT);
        GlobalOptions.declare(root);
        new Declared(root).flag("Show the version.", "-V", "--version");
        root.usageMessage().description("The command line for Matomo analytics.");
        List<String> words = List.of(args);
        String named = firstOf(NAMES, words);
        for (String name : NAMES) {
            if (named.isEmpty() || name.equals(named)) {
                CommandSpec spec = named.isEmpty() ? listed(name) : spec(name, words);
                root.addSubcommand(name, new CommandLine(spec, Declared.NO_FACTORY));
            }
        }
        CommandLine parser = new CommandLine(root, Declared.NO_FACTORY);
        parser.setExpandAtFiles(false);
        parser.setInterpolateVariables(false);
        parser.setOverwrittenOptionsAllowed(true);
        return parser;
    }

    /** A command that is not named, and so not run: enough of it for the list of all. */
    private static CommandSpec listed(String name) {
        CommandSpec spec = Declared.command(name);
        spec.usageMessage()
                .description(
                        switch (name) {
                            case QueryCommand.NAME -> QueryCommand.SUMMARY;
                            case TrackCommands.NAME -> TrackCommands.SUMMARY;
                            case CacheStatsCommand.NAME -> CacheStatsCommand.SUMMARY;
                            case HealthCommand.NAME -> HealthCommand.SUMMARY;
                            case InspectCommands.NAME -> InspectCommands.SUMMARY;
                            case SandboxCommand.NAME -> SandboxCommand.SUMMARY;
                            case CompletionCommand.NAME -> CompletionCommand.SUMMARY;
                            case HelpCommand.NAME -> HelpCommand.SUMMARY;
                            default -> throw new IllegalArgumentException(name);
                        });
        return spec;
    }

    /** A parser for every command line: what completions and documents are made from. */
    static CommandLine everything() {
        CommandLine all = parser(new String[0]);
        for (String name : NAMES) {
            all.getCommandSpec().removeSubcommand(name);
            all.addSubcommand(name, new CommandLine(spec(name, List.of(name)), Declared.NO_FACTORY));
        }
        return all;
    }

    private static CommandSpec spec(String name, List<String> words) {
        CommandSpec spec =
                switch (name) {
                    case QueryCommand.NAME -> QueryCommand.spec();
                    case TrackCommands.NAME -> TrackCommands.spec(words);
                    case CacheStatsCommand.NAME -> CacheStatsCommand.spec();
                    case HealthCommand.NAME -> HealthCommand.spec();
                    case InspectCommands.NAME -> InspectCommands.spec(words);
                    case SandboxCommand.NAME -> SandboxCommand.spec();
                    case CompletionCommand.NAME -> CompletionCommand.spec();
                    case HelpCommand.NAME -> HelpCommand.spec();
                    default -> throw new IllegalArgumentException(name);
                };
        GlobalOptions.declare(spec);
        return spec;
    }

    /** The command that was parsed, ready to run. */
    static Command command(Invocation invocation, ParseResult parsed) {
        CommandSpec parent = parsed.commandSpec().parent();
        if (parent != null && parent.name().equals(TrackCommands.NAME)) {
            return TrackCommands.command(invocation, parsed);
        }
        if (parent != null && parent.name().equals(InspectCommands.NAME)) {
            if (invocation.global().sandbox() != null) {
                throw new UsageException("--sandbox: " + InspectCommands.NAME
                        + " looks into Redis, and a sandbox has none. Leave it out.");
            }
            return InspectCommands.command(invocation, parsed);
        }
        return switch (parsed.commandSpec().name()) {
            case QueryCommand.NAME -> new QueryCommand(invocation, parsed);
            case CacheStatsCommand.NAME -> new CacheStatsCommand(invocation, parsed);
            case HealthCommand.NAME -> new HealthCommand(invocation, parsed);
            case SandboxCommand.NAME -> new SandboxCommand(invocation, parsed);
            case CompletionCommand.NAME -> new CompletionCommand(invocation, parsed);
            case HelpCommand.NAME -> new HelpCommand(invocation, parsed);
            default -> throw new IllegalArgumentException(parsed.commandSpec().name());
        };
    }

    /** What a command's help lists besides commands and options. */
    static List<String> lists(CommandSpec spec) {
        return switch (spec.name()) {
            case ROOT -> Topic.list();
            case QueryCommand.NAME -> QueryCommand.reports();
            case HealthCommand.NAME -> HealthCommand.codes();
            default -> List.of(spec.usageMessage().footer());
        };
    }

    /** The names of all commands below that one, declared or not; none where it has none. */
    static List<String> below(CommandSpec spec) {
        return switch (spec.name()) {
            case ROOT -> NAMES;
            case TrackCommands.NAME -> TrackCommands.names();
            case InspectCommands.NAME -> InspectCommands.NAMES;
            default -> List.of();
        };
    }

    /** Of the commands of a group those that this command line needs: the one it names, all for help, else none. */
    static List<String> needed(String group, List<String> names, List<String> args) {
        int at = args.indexOf(group);
        if (at < 0) {
            return List.of(); // The help of opalmind itself names the group, and no more.
        }
        String named = firstOf(names, args.subList(at + 1, args.size()));
        return named.isEmpty() ? names : List.of(named);
    }

    /** Puts a command into its group. */
    static void add(CommandSpec group, CommandSpec command) {
        GlobalOptions.declare(command);
        group.addSubcommand(command.name(), new CommandLine(command, Declared.NO_FACTORY));
    }

    /** The first argument that is one of these names, or nothing; a profile, say, may have the name of a command. */
    static String firstOf(List<String> names, List<String> args) {
        String before = "";
        for (String arg : args) {
            if (names.contains(arg) && !GlobalOptions.VALUED.contains(before)) {
                return arg;
            }
            before = arg;
        }
        return "";
    }
}
