package io.opalmind.testing.redis;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Directories that live as long as a server of the test bed. */
final class TemporaryFiles {
    private TemporaryFiles() {}

    static Path directory(String prefix) {
        try {
            return Files.createTempDirectory(prefix);
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary directory for the Redis of the tests", e);
        }
    }

    static Path write(Path directory, String name, String content) {
        try {
            return Files.writeString(directory.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + name + " for the Redis of the tests", e);
        }
    }

    /** The directory and the plain files in it. What another process holds open may stay; it is the system's to clean. */
    static void remove(Path directory) {
        File[] files = directory.toFile().listFiles();
        if (files != null) {
            for (File file : files) {
                file.delete();
            }
        }
        directory.toFile().delete();
    }
}
