package io.opalmind.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;

/** One sixteenth of the local cache, with one entry in view. */
final class CacheShard {
    private final Path directory;
    private final String name;
    private final Clock clock;

    CacheShard(Path directory, String name, Clock clock) {
        this.directory = directory;
        this.name = name;
        this.clock = clock;
    }

    Path directory() {
        return directory;
    }

    Path entry() {
        return directory.resolve(name);
    }

    /**
     * Puts the entry in its place, whole, and sweeps the shard.
     *
     * @param line the key with its line end
     * @param expiry milliseconds since the epoch
     */
    void write(byte[] line, byte[] value, long expiry) throws IOException {
        Path temporary = fill(line, value);
        try {
            Files.setLastModifiedTime(temporary, FileTime.fromMillis(expiry));
            Files.move(temporary, entry(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        new CacheSweep(name, clock.millis()).run(directory);
    }

    private Path fill(byte[] line, byte[] value) throws IOException {
        long begun = clock.millis();
        for (long nonce = System.nanoTime(); ; nonce++) {
            Path temporary = directory.resolve(EntryName.temporary(name, begun, nonce));
            try (FileChannel file = OwnerOnly.create(temporary)) {
                fill(file, line, value, temporary);
                return temporary;
            } catch (FileAlreadyExistsException takenByAnotherProcess) {
                // the next nonce is free, or the one after it
            }
        }
    }

    private static void fill(FileChannel file, byte[] line, byte[] value, Path temporary) throws IOException {
        try {
            ByteBuffer content = ByteBuffer.allocate(line.length + value.length);
            content.put(line).put(value).flip();
            while (content.hasRemaining()) {
                file.write(content);
            }
        } catch (IOException e) {
            Files.deleteIfExists(temporary); // on a full disk, what was half written would only add to it
            throw e;
        }
    }
}
