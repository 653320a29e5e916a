package io.opalmind.cli;

/**
 * What the streams lead to. The launcher knows; Java cannot tell without native code.
 *
 * @param out whether standard output is a terminal
 * @param err whether standard error is
 * @param width cells of a line, or 0 where it is not known
 */
public record Terminal(boolean out, boolean err, int width) {
    public static final Terminal NONE = new Terminal(false, false, 0);
}
