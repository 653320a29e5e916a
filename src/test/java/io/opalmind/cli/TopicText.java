package io.opalmind.cli;

import java.util.ArrayList;
import java.util.List;

/** The text of a topic in its parts: headings in capitals, paragraphs, and what is indented, which stays as it is. */
record TopicText(List<Part> parts) {
    enum Kind {
        HEADING,
        PARAGRAPH,
        VERBATIM
    }

    record Part(Kind kind, List<String> lines) {}

    /** A line of a table: what is explained, and the explanation. */
    record Entry(String label, String explanation) {}

    static TopicText of(Topic topic) {
        List<Part> parts = new ArrayList<>();
        boolean gap = true;
        for (String line : topic.text().split("\n", -1)) {
            if (line.isEmpty()) {
                gap = true;
                continue;
            }
            Kind kind = kind(line);
            if (gap || parts.get(parts.size() - 1).kind() != kind) {
                parts.add(new Part(kind, new ArrayList<>()));
            }
            parts.get(parts.size() - 1).lines().add(kind == Kind.VERBATIM ? line.substring(2) : line);
            gap = false;
        }
        return new TopicText(parts);
    }

    private static Kind kind(String line) {
        if (line.startsWith("  ")) {
            return Kind.VERBATIM;
        }
        return line.matches("[A-Z][A-Z, ]+") ? Kind.HEADING : Kind.PARAGRAPH;
    }

    /** The lines of the first table below a heading; the empty heading is the start. */
    List<Entry> entries(String heading) {
        boolean below = heading.isEmpty();
        for (Part part : parts) {
            below |= part.kind() == Kind.HEADING && part.lines().contains(heading);
            if (below && part.kind() == Kind.VERBATIM) {
                return entries(part.lines());
            }
        }
        throw new AssertionError("no table below " + heading);
    }

    private static List<Entry> entries(List<String> lines) {
        List<Entry> entries = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(" ")) {
                Entry open = entries.remove(entries.size() - 1);
                entries.add(new Entry(open.label(), open.explanation() + "\n" + line.strip()));
            } else {
                String[] cells = line.split(" +", 2);
                entries.add(new Entry(cells[0], cells[1]));
            }
        }
        return entries;
    }

    /** Its man page. */
    static String page(Topic topic) {
        Roff page = new Roff();
        String name = "opalmind-" + topic.label();
        page.title(name, 7);
        page.section("NAME").line(Roff.escaped(name) + " \\- " + Roff.escaped(topic.description()));
        page.section("DESCRIPTION");
        for (Part part : of(topic).parts()) {
            String text = String.join("\n", part.lines());
            switch (part.kind()) {
                case HEADING -> page.section(text);
                case PARAGRAPH -> page.paragraph(text);
                case VERBATIM -> page.verbatim(part.lines());
            }
        }
        page.section("SEE ALSO").line(Roff.page("opalmind", 1));
        for (Topic other : Topic.values()) {
            if (other != topic) {
                page.line(", " + Roff.page("opalmind-" + other.label(), 7));
            }
        }
        return page.toString();
    }
}
