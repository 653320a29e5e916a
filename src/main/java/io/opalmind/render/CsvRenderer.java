package io.opalmind.render;

import java.io.IOException;
import java.io.OutputStream;

/** CSV as RFC 4180 has it. */
final class CsvRenderer extends Delimited {
    private final boolean terminal;

    CsvRenderer(Table table, OutputStream out, Style style) {
        super(table, out, ',');
        this.terminal = style.terminal();
    }

    @Override
    void text(String text) throws IOException {
        String cell = terminal ? TerminalText.harmless(text) : text;
        if (needsQuotes(cell)) {
            quoted(cell);
        } else {
            out.put(cell);
        }
    }

    @Override
    void endLine() throws IOException {
        out.put('\r');
        out.put('\n');
    }

    @Override
    void aloneAndEmpty() throws IOException {
        out.put('"');
        out.put('"');
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ',' && (c == ',' || c == '"' || c == '\n' || c == '\r')) {
                return true;
            }
        }
        return false;
    }

    private void quoted(String text) throws IOException {
        out.put('"');
        int from = 0;
        for (int quote = text.indexOf('"'); quote >= 0; quote = text.indexOf('"', from)) {
            out.put(text.substring(from, quote + 1));
            out.put('"');
            from = quote + 1;
        }
        out.put(from == 0 ? text : text.substring(from));
        out.put('"');
    }
}
