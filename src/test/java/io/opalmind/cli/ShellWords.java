package io.opalmind.cli;

import java.util.ArrayList;
import java.util.List;

/** So much of a shell's grammar as examples need. */
final class ShellWords {
    private ShellWords() {}

    /** Of a line the first command, without comment (also one behind three blanks), pipe, redirection and what follows. */
    static String firstCommand(String line) {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (line.startsWith("   ", i)
                    || ";|&".indexOf(c) >= 0
                    || ("#<>".indexOf(c) >= 0 && line.charAt(i - 1) == ' ')) {
                return line.substring(0, i).strip();
            }
        }
        return line.strip();
    }

    /** The words of a command, which may go on over several lines, without their quotes. */
    static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        boolean begun = false;
        for (char c : (command.replace("\\\n", " ") + " ").toCharArray()) {
            if (quote == 0 && c == ' ') {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
                continue;
            }
            begun = true;
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else {
                word.append(c);
            }
        }
        return words;
    }
}
