package io.opalmind.render;

/** How wide each column of a table is, in cells, and how many of them find a place. */
final class Layout {
    /** Cells between two columns. */
    static final int GAP = 2;

    /** Labels are not shortened below this while there are columns to drop. */
    private static final int SHORTEST = 12;

    private final Grid grid;
    private final boolean[] numeric;
    private final int[] widths;
    private final int shown;

    /** @param limit cells of a line; 0 or less is no limit */
    Layout(Grid grid, int limit) {
        this.grid = grid;
        this.numeric = new boolean[grid.width()];
        this.widths = new int[grid.width()];
        for (int column = 0; column < widths.length; column++) {
            numeric[column] = grid.isNumeric(column);
            widths[column] = widest(column);
        }
        this.shown = limit > 0 ? fitting(limit) : widths.length;
        if (limit > 0) {
            shorten(limit, SHORTEST);
            // the columns that must stay may still be too wide: their text gives way, their numbers never do
            shorten(limit, 1);
        }
    }

    /** Columns that are shown; the others, at the right, found no place. */
    int shown() {
        return shown;
    }

    int dropped() {
        return widths.length - shown;
    }

    boolean isNumeric(int column) {
        return numeric[column];
    }

    int width(int column) {
        return widths[column];
    }

    private int widest(int column) {
        int widest = DisplayWidth.of(grid.head(column));
        for (int row = 0; row < grid.height(); row++) {
            widest = Math.max(widest, DisplayWidth.of(grid.text(row, column)));
        }
        return widest;
    }

    private int fitting(int limit) {
        int needed = -GAP;
        for (int column = 0; column < widths.length; column++) {
            needed += GAP + (numeric[column] ? widths[column] : Math.min(widths[column], SHORTEST));
            if (needed > limit && column >= grid.leastWidth()) {
                return column;
            }
        }
        return widths.length;
    }

    /** Takes cells from the widest text column, time and again, until the line fits or none is wider than the least. */
    private void shorten(int limit, int least) {
        for (int column = 0; column < shown; column++) {
            if (!numeric[column]) {
                widths[column] = Math.min(widths[column], Math.max(limit, least));
            }
        }
        for (int excess = total() - limit; excess > 0; excess--) {
            int widest = widestText();
            if (widest < 0 || widths[widest] <= least) {
                return;
            }
            widths[widest]--;
        }
    }

    private int widestText() {
        int widest = -1;
        for (int column = 0; column < shown; column++) {
            if (!numeric[column] && (widest < 0 || widths[column] > widths[widest])) {
                widest = column;
            }
        }
        return widest;
    }

    private int total() {
        int total = -GAP;
        for (int column = 0; column < shown; column++) {
            total += GAP + widths[column];
        }
        return total;
    }
}
