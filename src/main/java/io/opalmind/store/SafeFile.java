package io.opalmind.store;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are whole or not there, and still there after the power failed. */
final class SafeFile {
    static final String TEMPORARY = ".new-";
    /** A temporary this old (milliseconds) was left by a process that died. */
    private static final long ABANDONED = 3_600_000;

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

    /** Removes what processes left that died: what they had not finished to write. */
    static void sweep(Path directory) throws IOException {
        String[] names = new File(directory.toString()).list();
        for (String name : names == null ? new String[0] : names) {
            Path file = directory.resolve(name);
            if (name.startsWith(TEMPORARY) && isAbandoned(file)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isAbandoned(Path file) throws IOException {
        try {
            long begun =
                    Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toMillis();
            return System.currentTimeMillis() - begun > ABANDONED;
        } catch (NoSuchFileException placedMeanwhile) {
            return false;
        }
    }

    /** Brings what was created, renamed and removed in a directory to the disk. */
    static void sync(Path directory) throws IOException {
        try (FileChannel opened = FileChannel.open(directory, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }
}
