package io.opalmind.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options that every command takes, before or behind its name. */
record GlobalOptions(
        boolean quiet,
        boolean verbose,
        boolean jsonLog,
        boolean noColor,
        @Nullable Duration deadline,
        @Nullable String envFile,
        @Nullable String profile,
        @Nullable String tokenFile,
        boolean force,
        boolean stacktrace) {
    static final GlobalOptions NONE =
            new GlobalOptions(false, false, false, false, null, null, null, null, false, false);

    static void declare(CommandSpec spec) {
        new Declared(spec)
                .flag("No warnings; errors still show.", "-q", "--quiet")
                .flag("Say what is done.", "-v", "--verbose")
                .text("text|json", "How messages are written to standard error.", "--log-format")
                .flag("No colours; as NO_COLOR.", "--no-color")
                .option(
                        Duration.class,
                        new DurationConverter(),
                        "DUR",
                        "Give up after this long: 500ms, 30s, 2m, 1h.",
                        "--deadline")
                .text("FILE", "Read variables from FILE, in place of .env.", "--env-file")
                .text("NAME", "Read ~/.config/opalmind/NAME.env.", "--profile")
                .text("FILE", "Read the token from FILE; - is standard input.", "--token-file")
                .flag("Send although Matomo refused this token or address of late.", "--force")
                .flag("Show where an error arose.", "--stacktrace")
                .flag("Show this help.", "-h", "--help");
    }

    /** What was given, with the command or before it; with the command wins. */
    static GlobalOptions of(ParseResult root, ParseResult command) {
        return new GlobalOptions(
                either(root, command, "--quiet"),
                either(root, command, "--verbose"),
                jsonLog(text(root, command, "--log-format")),
                either(root, command, "--no-color"),
                duration(root, command),
                text(root, command, "--env-file"),
                text(root, command, "--profile"),
                text(root, command, "--token-file"),
                either(root, command, "--force"),
                either(root, command, "--stacktrace"));
    }

    static boolean either(ParseResult root, ParseResult command, String name) {
        return Declared.has(command, name) || Declared.has(root, name);
    }

    private static @Nullable String text(ParseResult root, ParseResult command, String name) {
        return Declared.text(Declared.has(command, name) ? command : root, name);
    }

    private static @Nullable Duration duration(ParseResult root, ParseResult command) {
        ParseResult given = Declared.has(command, "--deadline") ? command : root;
        return given.matchedOptionValue("--deadline", (Duration) null);
    }

    private static boolean jsonLog(@Nullable String format) {
        if (format != null && !format.equals("text") && !format.equals("json")) {
            throw new UsageException("--log-format " + format + ": text or json.");
        }
        return "json".equals(format);
    }
}
