package io.opalmind.render;

/**
 * What the output leads to.
 *
 * @param terminal whether a terminal will obey what is written, so that control characters of labels must not reach it
 * @param colour whether to emphasise; only tables do
 * @param width cells that a table may take; 0 or less is as many as it needs
 */
public record Style(boolean terminal, boolean colour, int width) {
    /** A file or a pipe: no colour, no limit. */
    public static final Style PLAIN = new Style(false, false, 0);
}
