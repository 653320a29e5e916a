package io.opalmind.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Parses the command line, runs its command, and turns whatever happens into one message and an exit code. */
final class Execution {
    private final Surroundings surroundings;
    private final Cleanup cleanup;
    private final Exit exit;
    private final Console console;
    private GlobalOptions global = GlobalOptions.NONE;

    Execution(Surroundings surroundings, Cleanup cleanup, Exit exit) {
        this.surroundings = surroundings;
        this.cleanup = cleanup;
        this.exit = exit;
        this.console = new Console(surroundings.err(), surroundings.clock());
    }

    int run(String[] args) {
        try {
            ParseResult root = Commands.parser(args).parseArgs(args);
            ParseResult command = root.hasSubcommand() ? root.subcommand() : root;
            global = GlobalOptions.of(root, command);
            console.configure(global);
            if (GlobalOptions.either(root, command, "--help")) {
                return help(command.commandSpec());
            }
            if (Declared.has(root, "--version")) {
                return print("opalmind " + Version.NUMBER + "\n");
            }
            if (command == root) {
                console.error("Which command? " + Names.all(Commands.NAMES) + ". Try 'opalmind --help'.");
                return ExitCode.USAGE;
            }
            return execute(command);
        } catch (ParameterException e) {
            return usage(e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return new Failure(console, global.stacktrace()).report(e);
        }
    }

    private int execute(ParseResult command) {
        Invocation invocation = new Invocation(surroundings, console, global, cleanup, exit);
        Deadline.start(global.deadline(), invocation);
        return Commands.command(invocation, command).run();
    }

    private int help(CommandSpec spec) {
        return print(HelpText.of(spec, Commands.footer(spec)));
    }

    private int print(String text) {
        try {
            surroundings.out().write(text.getBytes(StandardCharsets.UTF_8));
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new OutputException("standard output", e);
        }
    }

    private int usage(ParameterException e) {
        String message = String.valueOf(e.getMessage());
        List<String> suggestions =
                e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        CommandLine command = e.getCommandLine();
        String name = command.getParent() == null ? "" : " " + command.getCommandName();
        console.error(message + (message.endsWith(".") ? " " : ". ")
                + (suggestions.isEmpty() ? "" : "Did you mean " + String.join(" or ", suggestions) + "? ")
                + "Try 'opalmind" + name + " --help'.");
        return ExitCode.USAGE;
    }
}
