package io.opalmind.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * What became of the hits of a file.
 *
 * @param lines hits that were read
 * @param stored those that were kept
 * @param ignored those that Matomo drops without a word
 * @param refused those that Matomo refuses, and those beyond the sandbox's limit
 * @param firstFault the first one that was not kept; null where all were
 */
public record Filled(
        int lines,
        int stored,
        int ignored,
        int refused,
        @Nullable Fault firstFault) {
    /**
     * A hit that was not kept.
     *
     * @param line of the file, from 1
     * @param reason a clause such as {@code it has no url}, without a full stop
     */
    public record Fault(int line, String reason) {}
}
