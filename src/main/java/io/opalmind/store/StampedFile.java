package io.opalmind.store;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * A file that is there whole or not at all, and whose time stamp says until when it counts: so that this can be looked at
 * without reading, and changed without room on the disk.
 */
final class StampedFile {
    /** A temporary this old (milliseconds) was left by a process that died. */
    private static final long LEFT_BEHIND = 3_600_000;

    private final byte[] content;
    private final long until;

    private StampedFile(byte[] content, long until) {
        this.content = content;
        this.until = until;
    }

    byte[] content() {
        return content;
    }

    /** Milliseconds since the epoch. */
    long until() {
        return until;
    }

    /** Null where there is none. */
    static @Nullable StampedFile read(Path place) throws IOException {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!found.isRegularFile()) {
                throw new FileSystemException(place.toString(), null, "not a file, or a link to one");
            }
            try (FileInputStream file = new FileInputStream(place.toString())) {
                return new StampedFile(
                        file.readAllBytes(), found.lastModifiedTime().toMillis());
            }
        } catch (NoSuchFileException absent) {
            return null;
        } catch (FileNotFoundException e) {
            if (Files.notExists(place, LinkOption.NOFOLLOW_LINKS)) {
                return null; // removed by another process a moment ago
            }
            throw e;
        }
    }

    /** Takes the place of what stood there. Where it fails, that stays, and nothing is left beside it. */
    static void put(Path place, byte[] content, long until, long now) throws IOException {
        Path temporary = temporary(place, content, now);
        try {
            prolong(temporary, until);
            Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    static void prolong(Path place, long until) throws IOException {
        Files.setLastModifiedTime(place, FileTime.fromMillis(until));
    }

    /** Removes it where it is the temporary of a process that died; beside a moved clock, also one of the future. */
    static void removeLeftBehind(Path file, long now) throws IOException {
        long begun = KeyName.begun(file.getFileName().toString());
        if (begun >= 0 && Math.abs(now - begun) > LEFT_BEHIND) {
            Files.deleteIfExists(file);
        }
    }

    private static Path temporary(Path place, byte[] content, long now) throws IOException {
        for (long nonce = System.nanoTime(); ; nonce++) {
            Path temporary = place.resolveSibling(KeyName.temporary(now, nonce));
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
        } catch (IOException e) {
            Files.deleteIfExists(temporary); // on a full disk, what was half written would only add to it
            throw e;
        }
    }
}
