package io.opalmind.cli;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
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
        boolean stacktrace,
        @Nullable String sandbox) {
    static final GlobalOptions NONE =
            new GlobalOptions(false, false, false, false, null, null, null, null, false, false, null);

    /** Those that are followed by a value. */
    static final List<String> VALUED = List.of("--log-format", "--deadline", "--env-file", "--profile", "--token-file");

    private static final List<String> LOG_FORMATS = List.of("text", "json");

    /** Its value is behind an equals sign or not there: {@code --sandbox query} is no file called query. */
    static final String SANDBOX = "--sandbox";

    static void declare(CommandSpec spec) {
        new Declared(spec)
                .flag("No warnings; errors still show.", "-q", "--quiet")
                .flag("Say what is done.", "-v", "--verbose")
                .words(LOG_FORMATS, "text|json", "How messages are written to standard error.", "--log-format")
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
                .text(
                        "FILE",
                        "Run against a Matomo in this process that computes, filled with a sample, or with the hits of"
                                + " FILE.",
                        SANDBOX)
                .flag("Show this help.", "-h", "--help");
    }

    /** Whether an option may stand without the value it takes. */
    static boolean isValueOptional(OptionSpec option) {
        return option.longestName().equals(SANDBOX);
    }

    /** The command line with an empty value for {@code --sandbox} where it has none: picocli would take the next word. */
    static String[] attached(String[] args) {
        String[] attached = args;
        for (int i = 0; i < args.length && !args[i].equals("--"); i++) {
            if (args[i].equals(SANDBOX)) {
                attached = attached == args ? args.clone() : attached;
                attached[i] = SANDBOX + "=";
            }
        }
        return attached;
    }

    /** What was given, with the command or before it; the last one wins. */
    static GlobalOptions of(List<ParseResult> levels) {
        return new GlobalOptions(
                has(levels, "--quiet"),
                has(levels, "--verbose"),
                jsonLog(Declared.text(last(levels, "--log-format"), "--log-format")),
                has(levels, "--no-color"),
                last(levels, "--deadline").matchedOptionValue("--deadline", (Duration) null),
                Declared.text(last(levels, "--env-file"), "--env-file"),
                Declared.text(last(levels, "--profile"), "--profile"),
                Declared.text(last(levels, "--token-file"), "--token-file"),
                has(levels, "--force"),
                has(levels, "--stacktrace"),
                Declared.text(last(levels, SANDBOX), SANDBOX));
    }

    static boolean has(List<ParseResult> levels, String name) {
        return Declared.has(last(levels, name), name);
    }

    /** The innermost level that has the option; the outermost where none has. */
    private static ParseResult last(List<ParseResult> levels, String name) {
        for (int i = levels.size() - 1; i > 0; i--) {
            if (Declared.has(levels.get(i), name)) {
                return levels.get(i);
            }
        }
        return levels.get(0);
    }

    private static boolean jsonLog(@Nullable String format) {
        if (format != null && !format.equals("text") && !format.equals("json")) {
            throw Names.noSuch("--log-format", format, LOG_FORMATS);
        }
        return "json".equals(format);
    }
}
