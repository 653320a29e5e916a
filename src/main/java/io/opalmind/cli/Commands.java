package io.opalmind.cli;

import java.util.List;
import picocli.CommandLine;

/** The tree of commands. To build one costs start-up, so only the one that was named is built, save for help. */
final class Commands {
    static final List<String> NAMES = List.of("query");

    private Commands() {}

    static CommandLine build(RootCommand root, Invocation invocation, String[] args) {
        CommandLine tree = new CommandLine(root);
        String named = firstWord(args);
        for (String name : NAMES) {
            if (!NAMES.contains(named) || name.equals(named)) {
                tree.addSubcommand(name, command(name, invocation));
            }
        }
        tree.setCaseInsensitiveEnumValuesAllowed(true);
        tree.setAbbreviatedOptionsAllowed(false);
        tree.setUsageHelpLongOptionsMaxWidth(24);
        return tree;
    }

    private static Object command(String name, Invocation invocation) {
        return switch (name) {
            case "query" -> new QueryCommand(invocation);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The first argument that is a command's name: options that take a value may stand before it. */
    private static String firstWord(String[] args) {
        for (String arg : args) {
            if (NAMES.contains(arg)) {
                return arg;
            }
        }
        return "";
    }
}
