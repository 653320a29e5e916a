package io.opalmind.render;

import java.io.IOException;
import java.io.OutputStream;

/** Tab-separated values: no quotes; tab, newline, return and backslash in a value are written as escapes. */
final class TsvRenderer extends Delimited {
    private final boolean terminal;

    TsvRenderer(Table table, OutputStream out, Style style) {
        super(table, out, '\t');
        this.terminal = style.terminal();
    }

    @Override
    void text(String text) throws IOException {
        String cell = escaped(text);
        // after the format's own escapes, whose backslashes it leaves alone
        out.put(terminal ? TerminalText.harmless(cell) : cell);
    }

    @Override
    void endLine() throws IOException {
        out.put('\n');
    }

    private static String escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' || c == '\\') && escape(c) != 0) {
                return escapedFrom(text, i);
            }
        }
        return text;
    }

    private static String escapedFrom(String text, int from) {
        StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            char escape = escape(c);
            if (escape == 0) {
                escaped.append(c);
            } else {
                escaped.append('\\').append(escape);
            }
        }
        return escaped.toString();
    }

    /** What stands behind the backslash, or 0 of a character that stands for itself. */
    private static char escape(char c) {
        return switch (c) {
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\\' -> '\\';
            default -> 0;
        };
    }
}
