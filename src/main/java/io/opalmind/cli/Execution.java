package io.opalmind.cli;

import io.opalmind.config.ConfigException;
import io.opalmind.matomo.MatomoException;
import io.opalmind.render.UnknownColumnException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Parses the command line, runs its command, and turns whatever happens into one message and an exit code. */
final class Execution {
    private final RootCommand root;
    private final Invocation invocation;

    Execution(RootCommand root, Invocation invocation) {
        this.root = root;
        this.invocation = invocation;
    }

    int run(String[] args) {
        try {
            CommandLine tree = Commands.build(root, invocation, args);
            ParseResult parsed = tree.parseArgs(args);
            invocation.console().configure(root.global);
            return execute(parsed);
        } catch (ParameterException e) {
            return usage(e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return failure(e);
        }
    }

    private int execute(ParseResult parsed) {
        CommandLine command =
                parsed.asCommandLineList().get(parsed.asCommandLineList().size() - 1);
        if (root.global.help) {
            return print(command.getUsageMessage(ansi()));
        }
        if (root.version) {
            return print("opalmind " + Version.NUMBER + "\n");
        }
        Object task = command.getCommand();
        if (!(task instanceof Callable<?> callable)) {
            invocation.console().write(command.getUsageMessage(Ansi.OFF));
            return ExitCode.USAGE;
        }
        Deadline.start(root.global.deadline, invocation);
        try {
            return (Integer) callable.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Ansi ansi() {
        Surroundings surroundings = invocation.surroundings();
        boolean colour =
                surroundings.terminal().out() && Colours.wanted(surroundings.environment(), root.global.noColor);
        return colour ? Ansi.ON : Ansi.OFF;
    }

    private int print(String text) {
        try {
            invocation.surroundings().out().write(text.getBytes(StandardCharsets.UTF_8));
            return ExitCode.DONE;
        } catch (IOException e) {
            return failure(new OutputException("standard output", e));
        }
    }

    private int usage(ParameterException e) {
        String message = String.valueOf(e.getMessage());
        List<String> suggestions =
                e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String help = "Try 'opalmind" + suffix(e.getCommandLine()) + " --help'.";
        invocation
                .console()
                .error(message
                        + (message.endsWith(".") ? " " : ". ")
                        + (suggestions.isEmpty() ? "" : "Did you mean " + String.join(" or ", suggestions) + "? ")
                        + help);
        return ExitCode.USAGE;
    }

    private static String suffix(CommandLine command) {
        return command.getParent() == null ? "" : " " + command.getCommandName();
    }

    private int failure(Throwable failure) {
        Console console = invocation.console();
        if (root.global.stacktrace) {
            console.trace(failure);
        }
        if (failure instanceof OutputException output && output.isBrokenPipe()) {
            return ExitCode.BROKEN_PIPE;
        }
        if (failure instanceof OutOfMemoryError) {
            console.error("Out of memory. Ask for less (--limit, a shorter period), or for csv or ndjson,"
                    + " which need little; or give Java more by JAVA_TOOL_OPTIONS=-Xmx4g.");
            return ExitCode.BUG;
        }
        console.error(message(failure));
        return code(failure);
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return code(failure) == ExitCode.BUG || message == null
                ? "This is a bug in opalmind: " + failure + ". --stacktrace shows where."
                : message;
    }

    private static int code(Throwable failure) {
        if (failure instanceof UsageException || failure instanceof UnknownColumnException) {
            return ExitCode.USAGE;
        }
        if (failure instanceof ConfigException) {
            return ExitCode.CONFIGURATION;
        }
        if (failure instanceof MatomoException matomo) {
            return ExitCode.of(matomo.kind());
        }
        return failure instanceof OutputException ? ExitCode.OUTPUT : ExitCode.BUG;
    }
}
