package io.opalmind.render;

import java.io.IOException;
import java.io.OutputStream;

/**
 * CSV as RFC 4180 has it.
 *
 * <p>Written here and not by fastcsv 4.1.0, which has to go through strings, a writer and an encoder: 500,000 rows of 20
 * members took 0.43 s against 0.65 s with C1 alone, as short commands run, and 0.18 s against 0.24 s with C2 (JDK 17,
 * processor time, best of five in one process). Its reader judges this writer in the tests.
 */
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
