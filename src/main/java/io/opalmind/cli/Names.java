package io.opalmind.cli;

import java.util.List;
import java.util.Locale;

/** Helps with names that were mistyped. */
final class Names {
    private Names() {}

    /** The name that was most likely meant, or all that there are. */
    static String didYouMean(String typed, List<String> names) {
        String nearest = nearest(typed, names);
        return nearest.isEmpty() ? "There are: " + all(names) + "." : nearest;
    }

    /** The name that was most likely meant, as a question; empty where none is like it. */
    static String nearest(String typed, List<String> names) {
        String lower = typed.toLowerCase(Locale.ROOT);
        String nearest = "";
        int least = Math.max(2, typed.length() / 3) + 1;
        for (String name : names) {
            int distance = distance(lower, name.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                nearest = name;
            }
        }
        return nearest.isEmpty() ? "" : "Did you mean '" + nearest + "'?";
    }

    static String all(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    /** Levenshtein's: how many letters have to be put in, taken out or changed. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
