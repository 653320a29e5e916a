package io.opalmind.matomo.track.bulk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A record of RFC 4180 under a header that names the members. An empty cell is as if it were not there. Our own reader, as
 * one that works on the bytes where they lie, knows line numbers and offsets, and bounds its memory; the tests hold it
 * against another's.
 */
final class CsvLine implements LineFormat {
    private final char delimiter;
    private final List<String> names;

    private CsvLine(char delimiter, List<String> names) {
        this.delimiter = delimiter;
        this.names = names;
    }

    /**
     * Reads a header.
     *
     * @throws ImportRefusedException where it names a column twice, or not at all
     */
    static CsvLine under(String header) {
        char delimiter = delimiter(header);
        List<String> names = new ArrayList<>();
        try {
            for (String name : cells(header, delimiter)) {
                names.add(name.strip());
            }
        } catch (BadLineException e) {
            throw ImportRefusedException.of("The header of the CSV " + e.reason() + ". Mend it, and run this again.");
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.isEmpty() || !seen.add(name)) {
                throw ImportRefusedException.of("The header of the CSV "
                        + (name.isEmpty() ? "has a column without a name" : "names '" + name + "' twice")
                        + ". Mend it, and run this again.");
            }
        }
        return new CsvLine(delimiter, names);
    }

    /** A comma; a semicolon or a tab where the header has none, as some spreadsheets write. */
    static char delimiter(String header) {
        if (header.indexOf(',') >= 0) {
            return ',';
        }
        return header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
    }

    @Override
    public void read(byte[] bytes, int from, int to, LineHit hit) throws BadLineException {
        List<String> cells = cells(StrictText.of(bytes, from, to), delimiter);
        if (cells.size() != names.size()) {
            throw new BadLineException("", "has " + cells.size() + " cells, and the header " + names.size());
        }
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                hit.put(names.get(i), cells.get(i));
            }
        }
    }

    private static List<String> cells(String text, char delimiter) throws BadLineException {
        List<String> cells = new ArrayList<>();
        int at = 0;
        while (at >= 0) {
            at = at < text.length() && text.charAt(at) == '"'
                    ? quoted(text, at + 1, delimiter, cells)
                    : plain(text, at, delimiter, cells);
        }
        return cells;
    }

    /** Reads a cell; gives the start of the next one, or -1 at the end. */
    private static int plain(String text, int start, char delimiter, List<String> cells) {
        int end = text.indexOf(delimiter, start);
        cells.add(end < 0 ? text.substring(start) : text.substring(start, end));
        return end < 0 ? -1 : end + 1;
    }

    private static int quoted(String text, int start, char delimiter, List<String> cells) throws BadLineException {
        int quote = text.indexOf('"', start);
        StringBuilder parts = null;
        int from = start;
        while (quote >= 0 && quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
            parts = parts == null ? new StringBuilder() : parts;
            parts.append(text, from, quote + 1);
            from = quote + 2;
            quote = text.indexOf('"', from);
        }
        if (quote < 0) {
            throw new BadLineException("", "opens a quote and does not close it");
        }
        cells.add(
                parts == null
                        ? text.substring(from, quote)
                        : parts.append(text, from, quote).toString());
        if (quote + 1 == text.length()) {
            return -1;
        }
        if (text.charAt(quote + 1) != delimiter) {
            throw new BadLineException("", "has text behind a closing quote");
        }
        return quote + 2;
    }
}
