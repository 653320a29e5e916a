package io.opalmind.cli.completion;

import java.util.List;

/** The lines of a script, none of them longer than it need be. */
final class Lines {
    private static final int WIDTH = 120;

    private final StringBuilder text = new StringBuilder();

    Lines add(String line) {
        text.append(line).append('\n');
        return this;
    }

    /** Parts one after the other, in several lines where they need that. Each line but the last ends on a backslash. */
    Lines broken(String start, List<String> parts, String between, String end, String indent) {
        int column = start.length();
        text.append(start);
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i) + (i < parts.size() - 1 ? between : end);
            if (column + part.length() > WIDTH && i > 0) {
                text.append("\\\n").append(indent);
                column = indent.length();
            }
            text.append(part);
            column += part.length();
        }
        text.append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
