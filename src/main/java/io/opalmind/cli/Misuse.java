package io.opalmind.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the words of this tool what picocli could not make sense of. */
final class Misuse {
    private Misuse() {}

    static String message(ParameterException fault) {
        CommandSpec command = fault.getCommandLine().getCommandSpec();
        return sentence(fault, command) + " " + next(command);
    }

    /** Where to read on. */
    static String next(CommandSpec command) {
        return "Try '" + command.qualifiedName() + " --help'.";
    }

    private static String sentence(ParameterException fault, CommandSpec command) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0), command);
        }
        if (fault.getArgSpec() instanceof OptionSpec option) {
            return name(option) + ": " + reason(fault) + ".";
        }
        if (fault instanceof MissingParameterException missing && isOption(missing.getMissing())) {
            return name((OptionSpec) missing.getMissing().get(0)) + " needs a value.";
        }
        return fault.getMessage() + ".";
    }

    private static boolean isOption(List<ArgSpec> missing) {
        return !missing.isEmpty() && missing.get(0).isOption();
    }

    private static String unmatched(String argument, CommandSpec command) {
        String word = argument.startsWith("--") ? argument.split("=", 2)[0] : argument;
        if (command.optionsMap().containsKey(word) || command.subcommands().containsKey(word)) {
            return "Leave out '--' before '" + word + "'.";
        }
        if (word.startsWith("-")) {
            String message = "No option '" + word + "'.";
            return word.length() > 2 ? Names.withNearest(message, word, names(command)) : message;
        }
        return noCommand(word, command);
    }

    /** The command takes no such command. */
    static String noCommand(String word, CommandSpec command) {
        return command.subcommands().isEmpty()
                ? "'" + word + "' is one argument too many."
                : "No command '" + word + "'. " + Names.didYouMean(word, Commands.below(command));
    }

    private static List<String> names(CommandSpec command) {
        return new ArrayList<>(command.optionsMap().keySet());
    }

    private static String name(OptionSpec option) {
        return option.longestName();
    }

    /** Of "Invalid value for option '--x': reason" the reason. */
    private static String reason(ParameterException fault) {
        String message = String.valueOf(fault.getMessage());
        int start = message.indexOf("': ");
        return start < 0 ? message : message.substring(start + 3);
    }
}
