package io.opalmind.cli.completion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The part of a script that is the same whatever the commands are: a file of this package with a place for the tables. */
record Frame(String before, String after) {
    private static final String PLACE = "@TABLES@\n";

    static Frame of(Shell shell) {
        String name = "frame." + shell.label();
        try (InputStream in = Objects.requireNonNull(Frame.class.getResourceAsStream(name), name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int place = text.indexOf(PLACE);
            return new Frame(text.substring(0, place), text.substring(place + PLACE.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String around(String tables) {
        return before + tables + after;
    }
}
