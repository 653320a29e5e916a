package io.opalmind.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Claims, a file each; its time stamp is the end of its lease. They change under the lock of their shard alone. */
final class LocalClaims {
    private final Path directory;

    LocalClaims(Path directory) {
        this.directory = directory;
    }

    /**
     * A claim that somebody made and did not end.
     *
     * @param until when its lease is over, in milliseconds since the epoch
     */
    record Standing(String name, ClaimEntry entry, long until) {}

    Path directory() {
        return directory;
    }

    /** Null where there is none, or a damaged one: it is nobody's. */
    @Nullable
    Standing find(String name) throws IOException {
        StampedFile file = StampedFile.read(directory.resolve(name));
        ClaimEntry entry = file == null ? null : ClaimEntry.parse(file.content());
        return file == null || entry == null ? null : new Standing(name, entry, file.until());
    }

    void put(String name, ClaimEntry entry, long until, long now) throws IOException {
        StampedFile.put(directory.resolve(name), entry.toJson(), until, now);
    }

    void prolong(String name, long until) throws IOException {
        StampedFile.prolong(directory.resolve(name), until);
    }

    void remove(String name) throws IOException {
        Files.deleteIfExists(directory.resolve(name));
    }

    /** All, in no order; what a dead process left half-written goes. */
    List<Standing> all(long now) throws IOException {
        List<Standing> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                Standing found = KeyName.isName(name) ? find(name) : null;
                if (found != null) {
                    all.add(found);
                } else {
                    StampedFile.removeLeftBehind(file, now);
                }
            }
        } catch (NoSuchFileException neverClaimed) {
            return all;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return all;
    }
}
