package io.opalmind.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the names that were most likely meant by one that was mistyped. Upper and lower case are alike. */
public final class Spelling {
    /** So many names are told at the most. */
    public static final int MOST_NAMES = 3;

    private Spelling() {}

    /**
     * The names that are nearest, the nearest first, three at the most; none where none is near.
     *
     * @param mostEdits how far one may be from what was typed, in {@link #edits}
     */
    public static List<String> nearest(String typed, List<String> names, int mostEdits) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        List<String> nearest = new ArrayList<>();
        for (int edits = 0; edits <= mostEdits; edits++) {
            for (String name : names) {
                if (nearest.size() < MOST_NAMES && edits(wanted, name.toLowerCase(Locale.ROOT)) == edits) {
                    nearest.add(name);
                }
            }
            if (!nearest.isEmpty()) {
                return nearest; // What is further away than another was hardly meant.
            }
        }
        return nearest;
    }

    /** How many characters must be added, dropped, changed, or swapped with the next, to make one of the other. */
    static int edits(String from, String to) {
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : least(edits, i, j, from, to);
            }
        }
        return edits[from.length()][to.length()];
    }

    private static int least(int[][] edits, int i, int j, String from, String to) {
        int changed = edits[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int least = Math.min(changed, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
    }
}
