package io.opalmind.cli;

import java.util.List;
import java.util.Locale;

/**
 * A terminal as an SVG: what was typed, what came, in a window. Knows the two escape sequences that tables use, emphasis on
 * and off.
 */
final class TerminalPicture {
    private static final double GLYPH = 8.43;
    private static final int LINE = 20;
    private static final int MARGIN = 20;
    private static final int BAR = 36;

    private final int columns;
    private final StringBuilder text = new StringBuilder();
    private int line;

    /** @param columns width of the terminal */
    TerminalPicture(int columns) {
        this.columns = columns;
    }

    /** A command line, as typed. */
    void typed(String command) {
        text(command, "<tspan class=\"prompt\">$ </tspan>");
    }

    /** What a command printed. */
    void printed(List<String> lines) {
        lines.forEach(printed -> text(printed, ""));
    }

    /** What a command said on standard error; a terminal breaks it anywhere. */
    void said(List<String> lines) {
        for (String said : lines) {
            for (int start = 0; start < said.length(); start += columns) {
                String row = said.substring(start, Math.min(said.length(), start + columns));
                text("<tspan class=\"said\">" + escaped(row) + "</tspan>");
            }
        }
    }

    void space() {
        line++;
    }

    private void text(String content, String before) {
        String marked = escaped(content)
                .replace("\u001b[1;4m", "<tspan class=\"head\">")
                .replace("\u001b[0m", "</tspan>");
        text(before + marked);
    }

    private void text(String svg) {
        int y = BAR + MARGIN + line++ * LINE;
        text.append("<text xml:space=\"preserve\" x=\"")
                .append(MARGIN)
                .append("\" y=\"")
                .append(y)
                .append("\">");
        text.append(svg).append("</text>\n");
    }

    private static String escaped(String content) {
        return content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    String svg() {
        int width = (int) Math.ceil(2 * MARGIN + columns * GLYPH);
        int height = BAR + MARGIN + line * LINE + MARGIN / 2;
        return String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" \
                aria-label="opalmind in a terminal">
                <style>text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#e6e6e6}\
                .prompt{fill:#7ee787}.said{fill:#8b949e}.head{font-weight:bold;text-decoration:underline}</style>
                <rect width="%1$d" height="%2$d" rx="8" fill="#161b22"/>
                <circle cx="20" cy="18" r="6" fill="#ff5f56"/><circle cx="40" cy="18" r="6" fill="#ffbd2e"/>\
                <circle cx="60" cy="18" r="6" fill="#27c93f"/>
                %3$s</svg>
                """, width, height, text);
    }
}
