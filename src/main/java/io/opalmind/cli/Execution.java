package io.opalmind.cli;

import java.util.ArrayList;
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

    int run(String[] typed) {
        String[] args = GlobalOptions.attached(typed);
        try {
            ParseResult root = Commands.parser(args).parseArgs(args);
            List<ParseResult> levels = levels(root);
            ParseResult command = levels.get(levels.size() - 1);
            global = GlobalOptions.of(levels);
            console.configure(global);
            if (GlobalOptions.has(levels, "--help")) {
                return help(command.commandSpec());
            }
            for (ParseResult level : levels) {
                refuse(level.errors());
            }
            if (Declared.has(root, "--version")) {
                return print(new About(System.getProperties()).text());
            }
            if (!command.commandSpec().subcommands().isEmpty()) {
                CommandSpec group = command.commandSpec();
                throw new UsageException(
                        "Which command? " + Names.all(Commands.below(group)) + ". " + Misuse.next(group));
            }
            return execute(command, code(args, ExitCode.UNREACHABLE));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return code(args, new Failure(console, global.stacktrace()).report(e));
        }
    }

    /** What went wrong says nothing of what a monitoring plugin was to find out. */
    private static int code(String[] args, int otherwise) {
        List<String> words = List.of(args);
        boolean health = Commands.firstOf(Commands.NAMES, words).equals(HealthCommand.NAME);
        boolean audit = words.contains(InspectAuditCommand.NAME)
                && (words.contains("nagios") || words.contains("--format=nagios"));
        return health || audit ? HealthCommand.UNKNOWN : otherwise;
    }

    /** What was parsed: opalmind itself, its command, and that one's command where it has some. */
    private static List<ParseResult> levels(ParseResult root) {
        List<ParseResult> levels = new ArrayList<>(3);
        ParseResult level = root;
        levels.add(level);
        while (level.hasSubcommand()) {
            level = level.subcommand();
            levels.add(level);
        }
        return levels;
    }

    private int execute(ParseResult command, int late) {
        Invocation invocation = new Invocation(surroundings, console, global, cleanup, exit);
        Command task = Commands.command(invocation, command);
        return global.deadline() == null ? task.run() : within(new Deadline(global.deadline(), invocation, late), task);
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
        return print(HelpText.of(spec));
    }

    private int print(String text) {
        surroundings.print(text);
        return ExitCode.DONE;
    }

    /** Picocli collects what is wrong, so that by now it is known how messages are to look. */
    private static void refuse(List<Exception> errors) {
        if (!errors.isEmpty()) {
            throw new UsageException(
                    errors.get(0) instanceof ParameterException fault ? Misuse.message(fault) : "" + errors.get(0));
        }
    }
}
