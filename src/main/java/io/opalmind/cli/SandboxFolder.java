package io.opalmind.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A folder for what one run against a sandbox keeps, readable by its user alone and gone when closed. */
final class SandboxFolder implements AutoCloseable {
    private final Path path;

    private SandboxFolder(Path path) {
        this.path = path;
    }

    static SandboxFolder make() {
        try {
            return new SandboxFolder(Files.createTempDirectory("opalmind-sandbox-"));
        } catch (IOException e) {
            throw new OutputException(
                    "A sandbox needs a folder for temporary files, and none can be made: " + e.getMessage() + ". Check "
                            + System.getProperty("java.io.tmpdir") + ".",
                    e);
        }
    }

    Path path() {
        return path;
    }

    /** Writes a file. */
    Path write(String name, String text) {
        Path file = path.resolve(name);
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(path, new Removal());
        } catch (IOException inUse) {
            // It is a temporary folder: the system clears it.
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
