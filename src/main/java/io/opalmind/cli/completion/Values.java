package io.opalmind.cli.completion;

import java.util.List;
import java.util.Locale;

/**
 * What an option or an argument is completed with.
 *
 * @param words of {@link Kind#WORDS} and {@link Kind#LIST}; empty for every other kind
 */
public record Values(Kind kind, List<String> words) {
    /** Where the values come from. */
    public enum Kind {
        /** Nobody knows them but the user. */
        TEXT,
        /** One of the words. */
        WORDS,
        /** Some of the words, with commas between them. */
        LIST,
        /** A file's name. */
        FILE,
        /** A site's name, or its id. */
        SITE,
        /** Some of these with commas between them, or all. */
        SITES,
        /** The name of a profile. */
        PROFILE,
        /** A report's name. */
        REPORT,
        /** Some columns of the report that was named. */
        COLUMNS,
        /** A column of the report that was named, and a direction. */
        SORT
    }

    public Values {
        words = List.copyOf(words);
    }

    public static Values of(Kind kind) {
        return new Values(kind, List.of());
    }

    /** The kind in lower case, as the scripts write it. */
    String word() {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
