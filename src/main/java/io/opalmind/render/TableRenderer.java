package io.opalmind.render;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Aligned columns for a terminal, fitted to its width.
 *
 * <p>Nothing is cut silently: shortened labels end in an ellipsis, and columns that find no place are counted.
 */
final class TableRenderer extends Held {
    private static final String EMPHASIS = "\u001b[1;4m";
    private static final String NO_EMPHASIS = "\u001b[0m";

    private final Style style;

    TableRenderer(Table table, OutputStream out, Style style) {
        super(table, out);
        this.style = style;
    }

    @Override
    void write(Grid grid) throws IOException {
        Layout layout = new Layout(grid, style.width());
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < layout.shown(); column++) {
            cell(line, grid.head(column), layout, column);
        }
        line(style.colour() ? EMPHASIS + trimmed(line) + NO_EMPHASIS : trimmed(line));
        for (int row = 0; row < grid.height(); row++) {
            line.setLength(0);
            for (int column = 0; column < layout.shown(); column++) {
                cell(line, grid.text(row, column), layout, column);
            }
            line(trimmed(line));
        }
        if (layout.dropped() > 0) {
            line(DisplayWidth.ELLIPSIS + ' ' + layout.dropped() + " more column" + (layout.dropped() == 1 ? "" : "s")
                    + ": --columns, or -f json");
        }
    }

    private static void cell(StringBuilder line, String text, Layout layout, int column) {
        String shown = DisplayWidth.cut(text, layout.width(column));
        int padding = layout.width(column) - DisplayWidth.of(shown);
        if (column > 0) {
            pad(line, Layout.GAP);
        }
        if (layout.isNumeric(column)) {
            pad(line, padding);
            line.append(shown);
        } else {
            line.append(shown);
            pad(line, padding);
        }
    }

    private static void pad(StringBuilder line, int cells) {
        for (int i = 0; i < cells; i++) {
            line.append(' ');
        }
    }

    private static CharSequence trimmed(StringBuilder line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ') {
            end--;
        }
        line.setLength(end);
        return line;
    }
}
