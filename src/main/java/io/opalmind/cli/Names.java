package io.opalmind.cli;

import io.opalmind.config.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Helps with names that were mistyped. */
final class Names {
    /** In less than that nearly every name has a part. */
    private static final int LEAST_PART = 3;
    /** Nobody mistypes a name that is so long; to compare it would take long, too. */
    private static final int LONGEST = 100;

    private Names() {}

    /** The names that were most likely meant, or all that there are. */
    static String didYouMean(String typed, List<String> names) {
        String nearest = nearest(typed, names);
        return nearest.isEmpty() ? "There are: " + all(names) + "." : nearest;
    }

    /** The names that were most likely meant, three at the most, as a question; empty where none is like it. */
    static String nearest(String typed, List<String> names) {
        List<String> quoted = new ArrayList<>();
        for (String name : near(typed, names)) {
            quoted.add("'" + name + "'");
        }
        return quoted.isEmpty() ? "" : "Did you mean " + either(quoted) + "?";
    }

    /** A message, and behind it the question. */
    static String withNearest(String message, String typed, List<String> names) {
        return (message + " " + nearest(typed, names)).stripTrailing();
    }

    /** What to say where an option takes some words, and was given another. */
    static UsageException noSuch(String option, String typed, List<String> words) {
        return new UsageException(withNearest(option + " " + typed + ": " + either(words) + ".", typed, words));
    }

    static String all(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    /** {@code a, b or c}. */
    private static String either(List<String> names) {
        int last = names.size() - 1;
        return last < 1 ? all(names) : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }

    private static List<String> near(String typed, List<String> names) {
        String letters = typed.toLowerCase(Locale.ROOT).replaceFirst("^-+", "");
        if (letters.isEmpty() || letters.length() > LONGEST) {
            return List.of();
        }
        int mostEdits = letters.length() <= LEAST_PART ? 1 : Math.max(2, letters.length() / 3);
        List<String> near = Spelling.nearest(typed, names, mostEdits);
        return near.isEmpty() ? with(letters, names) : near;
    }

    /** Those of which it is a part, such as {@code urls} of {@code popular-urls}. */
    private static List<String> with(String part, List<String> names) {
        List<String> with = new ArrayList<>();
        for (String name : names) {
            if (part.length() >= LEAST_PART && name.toLowerCase(Locale.ROOT).contains(part)) {
                with.add(name);
            }
        }
        return with.subList(0, Math.min(Spelling.MOST_NAMES, with.size()));
    }
}
