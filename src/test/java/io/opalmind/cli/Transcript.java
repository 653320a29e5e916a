package io.opalmind.cli;

import java.util.List;

/**
 * A session at a shell as text: {@code $ opalmind …}, what it printed, what it said on standard error behind {@code 2> },
 * and an exit code other than 0 as {@code [2]}. Words in single quotes are one argument. {@code $ WIDTH=80 opalmind …}
 * runs on a terminal of 80 columns, any other assignment sets a variable. The file {@code sites.json} knows a Shop and a
 * Blog. A carriage return shows as {@code \\r}.
 */
final class Transcript {
    private final RunCli shell;
    private final StringBuilder text = new StringBuilder();

    Transcript(RunCli shell) {
        this.shell = shell;
    }

    /** The transcript of the same commands, run now. */
    static String again(String recorded, RunCli shell) {
        Transcript now = new Transcript(shell);
        shell.file("sites.json", "{\"Shop\": 1, \"Blog\": 2}");
        recorded.lines().filter(line -> line.startsWith("$ ")).forEach(now::run);
        return now.text.toString();
    }

    private void run(String line) {
        RunCli configured = shell;
        List<String> words = ShellWords.words(line.substring(2));
        while (!words.get(0).equals("opalmind")) {
            String[] assignment = words.remove(0).split("=", 2);
            configured = assignment[0].equals("WIDTH")
                    ? configured.terminal(Integer.parseInt(assignment[1]))
                    : configured.env(assignment[0], assignment[1]);
        }
        Outcome outcome = configured.run(words.subList(1, words.size()).toArray(String[]::new));
        text.append(line).append('\n').append(outcome.constant(outcome.stdout()).replace("\r", "\\r"));
        if (!outcome.stdout().isEmpty() && !outcome.stdout().endsWith("\n")) {
            text.append("(no newline)\n");
        }
        outcome.stderr().lines().forEach(said -> text.append("2> ").append(said).append('\n'));
        if (outcome.code() != 0) {
            text.append('[').append(outcome.code()).append("]\n");
        }
        text.append('\n');
    }
}
