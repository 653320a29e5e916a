package io.opalmind.cli;

import io.opalmind.render.Format;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a command prints its data. */
final class OutputOptions {
    @Option(
            names = {"-f", "--format"},
            order = 100,
            paramLabel = "FORMAT",
            description = "table, json, ndjson, csv, tsv or markdown. A terminal gets a table, everything else json.")
    @Nullable
    String formatName;

    @Option(names = "--json", order = 101, description = "The same as -f json.")
    boolean json;

    @Option(
            names = {"-o", "--output"},
            order = 102,
            paramLabel = "FILE",
            description = "Write to FILE, whole or not at all.")
    @Nullable
    String file;

    @Option(
            names = "--columns",
            order = 103,
            paramLabel = "A,B",
            description = "Print these columns, in this order; a.b leads into a nested value.")
    @Nullable
    String columns;

    /** The format that was asked for, or the one that fits where the output leads. */
    Format format(Terminal terminal) {
        if (json && formatName != null && !formatName.equals("json")) {
            throw new UsageException("--json and --format " + formatName + " exclude each other.");
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
            throw new UsageException(String.valueOf(unknown.getMessage()));
        }
    }

    /** The columns that were asked for; empty for the format's own choice. */
    List<String> columnNames() {
        List<String> names = new ArrayList<>();
        if (columns != null) {
            for (String name : columns.split(",", -1)) {
                if (name.isBlank()) {
                    throw new UsageException("--columns '" + columns + "' names an empty column.");
                }
                names.add(name.strip());
            }
        }
        return names;
    }
}
