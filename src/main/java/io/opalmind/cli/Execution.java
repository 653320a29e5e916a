package io.opalmind.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

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
            refuse(root.errors());
            refuse(command.errors());
            if (Declared.has(root, "--version")) {
                return print("opalmind " + Version.NUMBER + "\n");
            }
            if (command == root) {
                console.error("Which command? " + Names.all(Commands.NAMES) + ". Try 'opalmind --help'.");
                return ExitCode.USAGE;
            }
            return execute(command);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return new Failure(console, global.stacktrace()).report(e);
        }
    }

    private int execute(ParseResult command) {
        Invocation invocation = new Invocation(surroundings, console, global, cleanup, exit);
        Command task = Commands.command(invocation, command);
        return global.deadline() == null ? task.run() : within(new Deadline(global.deadline(), invocation), task);
    }

    private static int within(Deadline deadline, Command task) {
        deadline.start();
        try {
            return task.run();
        } finally {
            deadline.met();
        }
    }

    private int help(CommandSpec spec) {
        return print(HelpText.of(spec, Commands.footer(spec)));
    }

    private int print(String text) {
        try {
            surroundings.out().write(text.getBytes(StandardCharsets.UTF_8));
            return ExitCode.DONE;
        } catch (IOException e) {
            throw OutputException.standardOutput(e);
        }
    }

    /** Picocli collects what is wrong, so that by now it is known how messages are to look. */
    private static void refuse(List<Exception> errors) {
        if (!errors.isEmpty()) {
            throw new UsageException(
                    errors.get(0) instanceof ParameterException fault ? Misuse.message(fault) : "" + errors.get(0));
        }
    }
}
