package io.opalmind.cli;

import io.opalmind.render.Format;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * How a command prints its data.
 *
 * @param formatName as typed, or null
 * @param file to write to, or null for standard output
 * @param columns as typed, or null
 */
record OutputOptions(
        @Nullable String formatName,
        boolean json,
        @Nullable String file,
        @Nullable String columns) {

    static void declare(CommandSpec spec) {
        declare(spec, Format.names());
    }

    /** @param formats those of the command */
    static void declare(CommandSpec spec, List<String> formats) {
        new Declared(spec)
                .words(
                        formats,
                        "FORMAT",
                        "table, json, ndjson, csv, tsv or markdown. A terminal gets a table, everything else json.",
                        "-f",
                        "--format")
                .flag("The same as -f json.", "--json")
                .text("FILE", "Write to FILE, whole or not at all.", "-o", "--output")
                .text("A,B", "Print these columns, in this order; a.b leads into a nested value.", "--columns");
    }

    static OutputOptions of(ParseResult parsed) {
        return new OutputOptions(
                Declared.text(parsed, "--format"),
                Declared.has(parsed, "--json"),
                Declared.text(parsed, "--output"),
                Declared.text(parsed, "--columns"));
    }

    /** The format that was asked for, or the one that fits where the output leads. */
    Format format(Terminal terminal) {
        if (json && formatName != null && !formatName.equals("json")) {
            throw twoFormats(formatName);
        }
        if (json) {
            return Format.JSON;
        }
        if (formatName == null) {
            return terminal.out() && file == null ? Format.TABLE : Format.JSON;
        }
        try {
            return Format.named(formatName);
        } catch (IllegalArgumentException unknown) {
            throw new UsageException(
                    Names.withNearest(String.valueOf(unknown.getMessage()), formatName, Format.names()));
        }
    }

    static UsageException twoFormats(String formatName) {
        return new UsageException("--json and --format " + formatName + " exclude each other; leave one out.");
    }

    /** The same, but another format where everything else gets json by itself. */
    OutputOptions elsewhere(Format other, Terminal terminal) {
        boolean toTerminal = terminal.out() && file == null;
        return formatName != null || json || toTerminal ? this : new OutputOptions(other.word(), false, file, columns);
    }

    /** The columns that were asked for; empty for the format's own choice. */
    List<String> columnNames() {
        List<String> names = new ArrayList<>();
        if (columns != null) {
            for (String name : columns.split(",", -1)) {
                if (name.isBlank()) {
                    throw new UsageException("--columns '" + columns + "' names an empty column; write A,B.");
                }
                names.add(name.strip());
            }
        }
        return names;
    }
}
