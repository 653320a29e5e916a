package io.opalmind.render;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The forms in which a report is printed. */
public enum Format {
    TABLE,
    JSON,
    NDJSON,
    CSV,
    TSV,
    MARKDOWN;

    /**
     * The format of that name, in lower case as {@link #word} writes it.
     *
     * @throws IllegalArgumentException where there is none; its message names them all
     */
    public static Format named(String word) {
        for (Format format : values()) {
            if (format.word().equals(word)) {
                return format;
            }
        }
        throw new IllegalArgumentException(
                "No format '" + word + "'. Choose one of " + String.join(", ", names()) + ".");
    }

    /** The name by which users ask for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names of all, as {@link #word} writes them. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Format format : values()) {
            names.add(format.word());
        }
        return names;
    }

    /**
     * A renderer that writes this format, as UTF-8. It flushes the stream when it has finished, and never closes it.
     *
     * @param table what to print of the rows
     * @param style what the stream leads to
     */
    public Renderer renderer(Table table, OutputStream out, Style style) {
        return switch (this) {
            case TABLE -> new TableRenderer(table, out, style);
            case JSON -> new JsonRenderer(table, out, style);
            case NDJSON -> new NdjsonRenderer(table, out, style);
            case CSV -> new CsvRenderer(table, out, style);
            case TSV -> new TsvRenderer(table, out, style);
            case MARKDOWN -> new MarkdownRenderer(table, out);
        };
    }
}
