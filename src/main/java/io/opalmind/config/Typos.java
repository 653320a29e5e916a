package io.opalmind.config;

import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Warns of variables that look like ours misspelt. Only in env files and profiles: the process environment is full of
 * variables that are none of ours (Kubernetes alone adds {@code REDIS_SERVICE_HOST} and its like).
 */
final class Typos {
    private static final int MOST_EDITS = 2;

    private Typos() {}

    static void check(Source file, Findings findings) {
        for (String name : new TreeSet<>(file.values().keySet())) {
            if (hasOurPrefix(name.toUpperCase(Locale.ROOT)) && !isOurs(name)) {
                Variable meant = nearest(name.toUpperCase(Locale.ROOT));
                if (meant != null) {
                    findings.warn(file.origin(name) + ": " + name + " is not known and has no effect; did you mean "
                            + meant.name() + "?");
                }
            }
        }
    }

    private static boolean hasOurPrefix(String name) {
        return name.startsWith("MATOMO_")
                || name.startsWith("REDIS_")
                || name.startsWith("OPALMIND_")
                || name.startsWith("CACHE_")
                || name.startsWith("SITE_");
    }

    private static boolean isOurs(String name) {
        for (Variable variable : Variable.values()) {
            if (variable.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Variable nearest(String name) {
        Variable nearest = null;
        int least = MOST_EDITS + 1;
        for (Variable variable : Variable.values()) {
            int edits = edits(name, variable.name());
            if (edits < least) {
                nearest = variable;
                least = edits;
            }
        }
        return nearest;
    }

    /** How many characters must be added, dropped or changed to make one of the other (Levenshtein's distance). */
    private static int edits(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
