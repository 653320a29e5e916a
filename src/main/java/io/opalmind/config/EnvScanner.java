package io.opalmind.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an env file's text into entries, with what users of such files expect and dotenv-java lacks: {@code export},
 * single quotes, escapes in double quotes, quoted values over several lines, and a {@code #} inside an unquoted value.
 */
final class EnvScanner {
    private final String text;
    private final List<EnvEntry> entries = new ArrayList<>();
    private int at;
    private int line = 1;

    private EnvScanner(String text) {
        this.text = text;
    }

    /** The entries in order, without empty lines and comments. Lines end in {@code \n}. */
    static List<EnvEntry> entries(String text) {
        EnvScanner scanner = new EnvScanner(text);
        while (scanner.at < text.length()) {
            scanner.readLine();
        }
        return scanner.entries;
    }

    private void readLine() {
        int end = endOfLine(at);
        String whole = text.substring(at, end).strip();
        if (whole.isEmpty() || whole.startsWith("#")) {
            goOnAfter(end);
            return;
        }
        int equals = text.indexOf('=', at);
        if (equals < 0 || equals >= end) {
            entries.add(new EnvEntry(line, whole, null, null));
            goOnAfter(end);
            return;
        }
        String name = withoutExport(text.substring(at, equals).strip());
        int start = skipBlanks(equals + 1);
        if (start < end && (text.charAt(start) == '"' || text.charAt(start) == '\'')) {
            readQuoted(name, start, end);
            return;
        }
        entries.add(new EnvEntry(line, name, unquoted(text.substring(equals + 1, end)), null));
        goOnAfter(end);
    }

    /** A value that is not well quoted costs its first line only; what follows is read as usual. */
    private void readQuoted(String name, int start, int endOfFirstLine) {
        QuotedValue quoted = QuotedValue.read(text, start);
        if (quoted == null) {
            entries.add(new EnvEntry(line, name, null, "the quote is not closed"));
            goOnAfter(endOfFirstLine);
            return;
        }
        int rest = skipBlanks(quoted.end());
        int end = endOfLine(rest);
        if (rest < end && text.charAt(rest) != '#') {
            entries.add(new EnvEntry(line, name, null, "something follows the closing quote"));
            goOnAfter(endOfFirstLine);
            return;
        }
        entries.add(new EnvEntry(line, name, quoted.value(), null));
        goOnAfter(end);
    }

    /** A {@code #} begins a comment only after a blank, as in a shell: tokens and passwords may hold one. */
    private static String unquoted(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) == '#' && isBlank(text.charAt(i - 1))) {
                return text.substring(0, i).strip();
            }
        }
        return text.strip();
    }

    private static String withoutExport(String name) {
        boolean exported = name.startsWith("export") && name.length() > 6 && isBlank(name.charAt(6));
        return exported ? name.substring(6).strip() : name;
    }

    private int skipBlanks(int from) {
        int i = from;
        while (i < text.length() && isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private void goOnAfter(int end) {
        for (int i = at; i <= end && i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        at = end + 1;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** A quoted value, and where the text goes on behind its closing quote. */
    private record QuotedValue(String value, int end) {

        static @Nullable QuotedValue read(String text, int start) {
            char quote = text.charAt(start);
            StringBuilder value = new StringBuilder();
            for (int i = start + 1; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == quote) {
                    return new QuotedValue(value.toString(), i + 1);
                }
                if (c == '\\' && quote == '"' && i + 1 < text.length()) {
                    i++;
                    appendEscaped(value, text.charAt(i));
                } else {
                    value.append(c);
                }
            }
            return null;
        }

        private static void appendEscaped(StringBuilder value, char c) {
            switch (c) {
                case 'n' -> value.append('\n');
                case 'r' -> value.append('\r');
                case 't' -> value.append('\t');
                case '"', '\\', '$' -> value.append(c);
                default -> value.append('\\').append(c);
            }
        }
    }
}
