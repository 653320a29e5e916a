package io.opalmind.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

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
                List<String> meant = Spelling.nearest(name, names(), MOST_EDITS);
                if (!meant.isEmpty()) {
                    findings.warn(file.origin(name) + ": " + name + " is not known and has no effect; did you mean "
                            + meant.get(0) + "?");
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
        return names().contains(name);
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Variable variable : Variable.values()) {
            names.add(variable.name());
        }
        return names;
    }
}
