package io.opalmind.render;

import java.io.IOException;
import java.io.OutputStream;

/** A table of GitHub's Markdown. */
final class MarkdownRenderer extends Held {
    MarkdownRenderer(Table table, OutputStream out) {
        super(table, out);
    }

    @Override
    void write(Grid grid) throws IOException {
        StringBuilder head = new StringBuilder("|");
        StringBuilder rule = new StringBuilder("|");
        for (int column = 0; column < grid.width(); column++) {
            cell(head, grid.head(column));
            rule.append(grid.isNumeric(column) ? " ---: |" : " --- |");
        }
        line(head);
        line(rule);
        StringBuilder line = new StringBuilder();
        for (int row = 0; row < grid.height(); row++) {
            line.setLength(0);
            line.append('|');
            for (int column = 0; column < grid.width(); column++) {
                cell(line, grid.text(row, column));
            }
            line(line);
        }
    }

    private static void cell(StringBuilder line, String text) {
        line.append(' ');
        for (int i = 0; i < text.length(); i++) {
            escape(line, text, i);
        }
        line.append(" |");
    }

    /** Whatever Markdown or HTML would act on: a label must neither end its cell nor fetch an image. */
    private static void escape(StringBuilder line, String text, int at) {
        char c = text.charAt(at);
        switch (c) {
            case '|', '\\', '`', '*', '~', '[', ']' -> line.append('\\').append(c);
            case '_' -> line.append(isInsideWord(text, at) ? "_" : "\\_");
            case '<' -> line.append("&lt;");
            case '>' -> line.append("&gt;");
            case '&' -> line.append("&amp;");
            default -> line.append(c);
        }
    }

    /** There GitHub's Markdown takes an underscore for itself, so that {@code nb_visits} can stay readable. */
    private static boolean isInsideWord(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }
}
