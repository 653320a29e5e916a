package io.opalmind.cli;

import java.util.List;

/**
 * One thing to try.
 *
 * @param purpose what it is good for, as a comment of a shell would say it
 * @param lines the command as it is typed; each line but the last ends with a backslash
 */
record Example(String purpose, List<String> lines) {
    static Example of(String purpose, String... lines) {
        return new Example(purpose, List.of(lines));
    }

    /** What a shell is to be given. */
    String command() {
        return String.join("\n", lines);
    }
}
