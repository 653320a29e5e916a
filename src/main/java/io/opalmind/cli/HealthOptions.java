package io.opalmind.cli;

import io.opalmind.health.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What {@code health} is asked, as typed; null where nothing was. */
record HealthOptions(
        boolean details,
        @Nullable String site,
        @Nullable String failOn,
        @Nullable String formatName,
        boolean json,
        @Nullable String file) {
    private static final List<String> FAILING = List.of(Verdict.DEGRADED.word(), Verdict.UNHEALTHY.word());
    static final List<String> FORMATS = List.of("table", "json", "nagios", "prometheus");

    /** The forms of a health report. */
    enum Form {
        TABLE,
        JSON,
        NAGIOS,
        PROMETHEUS
    }

    static void declare(CommandSpec spec) {
        new Declared(spec)
                .flag("Check more: the site, its data, the clock, plugins and refused tokens.", "--details")
                .text("SITE", "Check the access to this site, 1 or NAME. Default: MATOMO_DEFAULT_SITE_ID.", "--site")
                .words(
                        FAILING,
                        "STATUS",
                        "From which status on the exit code is not 0: degraded (the default) or unhealthy.",
                        "--fail-on")
                .words(
                        FORMATS,
                        "FORMAT",
                        "table, json, nagios or prometheus. A terminal gets a table, everything else json.",
                        "-f",
                        "--format")
                .flag("The same as -f json.", "--json")
                .text("FILE", "Write to FILE, whole or not at all.", "-o", "--output");
    }

    static HealthOptions of(ParseResult parsed) {
        return new HealthOptions(
                Declared.has(parsed, "--details"),
                Declared.text(parsed, "--site"),
                Declared.text(parsed, "--fail-on"),
                Declared.text(parsed, "--format"),
                Declared.has(parsed, "--json"),
                Declared.text(parsed, "--output"));
    }

    Form form(Terminal terminal) {
        if (json && formatName != null && !formatName.equals("json")) {
            throw OutputOptions.twoFormats(formatName);
        }
        if (json || formatName == null) {
            return json || !terminal.out() || file != null ? Form.JSON : Form.TABLE;
        }
        return switch (formatName) {
            case "table" -> Form.TABLE;
            case "json" -> Form.JSON;
            case "nagios" -> Form.NAGIOS;
            case "prometheus" -> Form.PROMETHEUS;
            default ->
                throw new UsageException(Names.withNearest(
                        "No format '" + formatName + "'. Choose one of " + Names.all(FORMATS) + ".",
                        formatName,
                        FORMATS));
        };
    }

    /** From which verdict on the exit code says so. */
    Verdict failsOn() {
        if (failOn == null || failOn.equals(Verdict.DEGRADED.word())) {
            return Verdict.DEGRADED;
        }
        if (failOn.equals(Verdict.UNHEALTHY.word())) {
            return Verdict.UNHEALTHY;
        }
        throw Names.noSuch("--fail-on", failOn, FAILING);
    }

    /** Where it goes. */
    OutputOptions output() {
        return new OutputOptions(null, false, file, null);
    }
}
