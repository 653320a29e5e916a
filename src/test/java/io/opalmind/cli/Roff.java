package io.opalmind.cli;

import java.util.List;
import java.util.Locale;

/** A man page in the making. Whatever is handed in is text: nothing in it acts on roff, and it can be copied as typed. */
final class Roff {
    private final StringBuilder text = new StringBuilder();

    /** The title line: no date and no version, as the page changes with the commands alone. */
    Roff title(String name, int section) {
        text.append(".\\\" Made by ManPages of the tests; -Dgolden.rewrite=true renews it.\n");
        return line(".TH " + escaped(name.toUpperCase(Locale.ROOT)) + " " + section
                        + " \"\" \"OpalMind\" \"OpalMind Manual\"")
                .line(".nr HY 0") // A name that is broken in two cannot be copied.
                .line(".nh")
                .line(".ad l");
    }

    Roff section(String name) {
        return line(".SH " + quoted(name));
    }

    Roff subsection(String name) {
        return line(".SS " + quoted(name));
    }

    /** Words that are filled to lines. */
    Roff paragraph(String words) {
        return line(".PP").filled(words);
    }

    /** The same without a gap before it. */
    Roff filled(String words) {
        words.lines().forEach(one -> line(protectedStart(escaped(one))));
        return this;
    }

    /** Lines that stay as they are, indented by four. */
    Roff verbatim(List<String> lines) {
        line(".PP").line(".RS 4").line(".EX");
        lines.forEach(one -> line(one.isEmpty() ? "" : protectedStart(escaped(one))));
        return line(".EE").line(".RE");
    }

    /** What is explained, made of {@link #bold} and its like, and the explanation below it. */
    Roff entry(String label, String explanation) {
        line(".TP").line(label);
        return filled(explanation);
    }

    /** A line of roff. */
    Roff line(String roff) {
        text.append(roff).append('\n');
        return this;
    }

    static String bold(String words) {
        return "\\fB" + escaped(words) + "\\fR";
    }

    static String italic(String words) {
        return "\\fI" + escaped(words) + "\\fR";
    }

    /** A reference to another page. */
    static String page(String name, int section) {
        return bold(name) + "(" + section + ")";
    }

    static String escaped(String words) {
        StringBuilder escaped = new StringBuilder();
        words.codePoints().forEach(c -> escaped.append(escaped(c)));
        return escaped.toString();
    }

    private static String escaped(int c) {
        return switch (c) {
            case '\\' -> "\\(rs";
            case '-' -> "\\-";
            case '\'' -> "\\(aq";
            case '`' -> "\\(ga";
            case '^' -> "\\(ha";
            case '~' -> "\\(ti";
            case '…' -> "...";
            default -> c < 0x7f ? Character.toString(c) : "\\[u%04X]".formatted(c);
        };
    }

    /** A dot or an apostrophe that begins a line would be an order. */
    private static String protectedStart(String escaped) {
        return escaped.startsWith(".") ? "\\&" + escaped : escaped;
    }

    private static String quoted(String words) {
        return "\"" + escaped(words).replace("\"", "\\(dq") + "\"";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
