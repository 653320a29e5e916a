package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the command line prints, in files below {@code golden/cli}. {@code -Dgolden.rewrite=true} writes into them what is
 * printed now; look at the difference before you keep it.
 */
record Golden(Path path) {
    private static final Path FOLDER = Path.of("src/test/resources/golden/cli");

    static Golden file(String name) {
        return new Golden(FOLDER.resolve(name));
    }

    /** All files of a folder, in the order of their names. */
    static List<Golden> files(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.sorted().map(Golden::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return path.getFileName().toString();
    }

    String text() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void check(String actual) {
        if (Boolean.getBoolean("golden.rewrite")) {
            write(actual);
        }
        assertEquals(text(), actual, name());
    }

    private void write(String actual) {
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, actual);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
