package io.opalmind.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are whole or not there, and still there after the power failed. */
final class SafeFile {
    static final String TEMPORARY = ".new-";

    private SafeFile() {}

    /**
     * Writes a temporary, to the disk; on a fault it is removed again.
     *
     * @return its path; no other temporary of that directory has its name, nor gets it while this one is there
     */
    static Path temporary(Path directory, byte[] content) throws IOException {
        for (long nonce = System.nanoTime(); ; nonce++) {
            Path temporary = directory.resolve(TEMPORARY + Long.toHexString(nonce));
            try (FileChannel file = OwnerOnly.create(temporary)) {
                fill(file, content, temporary);
                return temporary;
            } catch (FileAlreadyExistsException takenByAnotherProcess) {
                // the next nonce is free, or the one after it
            }
        }
    }

    private static void fill(FileChannel file, byte[] content, Path temporary) throws IOException {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    /** Puts a file in the place of another, or where none is. It is there for good after the directory's {@link #sync}. */
    static void replace(Path directory, String name, byte[] content) throws IOException {
        Path temporary = temporary(directory, content);
        place(temporary, directory.resolve(name));
    }

    /** Gives a temporary its name, or removes it where that fails. */
    static void place(Path temporary, Path file) throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    /** Brings what was created, renamed and removed in a directory to the disk. */
    static void sync(Path directory) throws IOException {
        try (FileChannel opened = FileChannel.open(directory, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }
}
