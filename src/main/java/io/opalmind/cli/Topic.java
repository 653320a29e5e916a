package io.opalmind.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code opalmind help TOPIC} explains. The texts are files beside this class; man pages are made of them too. */
enum Topic {
    EXIT_CODES("exit-codes", "what each exit code means"),
    ENVIRONMENT("environment", "the variables that are read, and from where"),
    FORMATS("formats", "the forms in which data is printed"),
    SEGMENTS("segments", "reports of a part of the visits"),
    DATES("dates", "what --period and --date take");

    private final String label;
    private final String description;

    Topic(String label, String description) {
        this.label = label;
        this.description = description;
    }

    /** The name as typed. */
    String label() {
        return label;
    }

    /** What it is about, in a few words, for a list. */
    String description() {
        return description;
    }

    /** The topic of that name, or null. */
    static @Nullable Topic of(String label) {
        for (Topic topic : values()) {
            if (topic.label.equals(label)) {
                return topic;
            }
        }
        return null;
    }

    static List<String> labels() {
        List<String> labels = new ArrayList<>();
        for (Topic topic : values()) {
            labels.add(topic.label);
        }
        return labels;
    }

    /** The topics, for the help of opalmind itself. */
    static List<String> list() {
        List<String> lines = new ArrayList<>();
        lines.add("Topics, for 'opalmind help TOPIC':");
        for (Topic topic : values()) {
            lines.add("  " + topic.label + " ".repeat(29 - topic.label.length()) + topic.description);
        }
        return lines;
    }

    /**
     * The text, no line longer than a terminal is wide. Headings are in capitals at the start of a line; what is indented
     * stays as it is.
     */
    String text() {
        try (InputStream in = Topic.class.getResourceAsStream(label + ".txt")) {
            if (in == null) {
                throw new IllegalStateException(label);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
