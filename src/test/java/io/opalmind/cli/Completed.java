package io.opalmind.cli;

import java.util.List;

/**
 * What a shell made of a line on which TAB was pressed.
 *
 * @param offers without what stands on the line before them
 * @param line as it stands there afterwards
 */
record Completed(List<String> offers, String line) {}
