package io.opalmind.config;

import org.jspecify.annotations.Nullable;

/**
 * One entry of an env file, cut out of its text but not yet judged.
 *
 * @param line where it begins, from 1
 * @param name what stands before the {@code =}; the whole line where there is none
 * @param value what stands after it, without quotes, escapes and comment; null where there is no {@code =}
 * @param problem why there is no value, such as a quote that is not closed; null where there is no such problem
 */
record EnvEntry(
        int line,
        String name,
        @Nullable String value,
        @Nullable String problem) {

    /** The line alone: the rest may be a secret, of a malformed line its name too. */
    @Override
    public String toString() {
        return "line " + line;
    }
}
