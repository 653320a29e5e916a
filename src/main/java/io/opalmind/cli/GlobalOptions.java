package io.opalmind.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or behind its name. */
final class GlobalOptions {
    /** As the user types them. */
    enum LogFormat {
        text,
        json
    }

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            order = 200,
            description = "No warnings; errors still show.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            order = 201,
            description = "Say what is done.")
    boolean verbose;

    @Option(
            names = "--log-format",
            scope = ScopeType.INHERIT,
            order = 202,
            paramLabel = "text|json",
            description = "How messages are written to standard error.")
    LogFormat logFormat = LogFormat.text;

    @Option(names = "--no-color", scope = ScopeType.INHERIT, order = 203, description = "No colours; as NO_COLOR.")
    boolean noColor;

    @Option(
            names = "--deadline",
            scope = ScopeType.INHERIT,
            order = 204,
            paramLabel = "DUR",
            converter = DurationConverter.class,
            description = "Give up after this long: 500ms, 30s, 2m, 1h.")
    @Nullable
    Duration deadline;

    @Option(
            names = "--env-file",
            scope = ScopeType.INHERIT,
            order = 205,
            paramLabel = "FILE",
            description = "Read variables from FILE, in place of .env.")
    @Nullable
    String envFile;

    @Option(
            names = "--profile",
            scope = ScopeType.INHERIT,
            order = 206,
            paramLabel = "NAME",
            description = "Read ~/.config/opalmind/NAME.env.")
    @Nullable
    String profile;

    @Option(
            names = "--token-file",
            scope = ScopeType.INHERIT,
            order = 207,
            paramLabel = "FILE",
            description = "Read the token from FILE; - is standard input.")
    @Nullable
    String tokenFile;

    @Option(
            names = "--force",
            scope = ScopeType.INHERIT,
            order = 208,
            description = "Send although Matomo refused this token or address of late.")
    boolean force;

    @Option(names = "--stacktrace", scope = ScopeType.INHERIT, order = 209, description = "Show where an error arose.")
    boolean stacktrace;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            order = 210,
            description = "Show this help.")
    boolean help;
}
