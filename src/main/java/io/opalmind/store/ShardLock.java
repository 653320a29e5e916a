package io.opalmind.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A lock that the system lets go when its process dies. Beside its file stands an empty one while it is held, so that
 * whoever wants to know need not try the lock, and with that keep it from somebody who wants it.
 */
final class ShardLock implements AutoCloseable {
    /** File locks are the process's: closing any other channel to the same file would let go of ours. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private ShardLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Does not wait.
     *
     * @param name of a file that stays where it is for good; the directory must exist
     * @return null where another, of this process or not, has it
     */
    static @Nullable ShardLock take(Path directory, String name) throws IOException {
        Path real = directory.toRealPath().resolve(name);
        if (!HELD_HERE.add(real)) {
            return null;
        }
        FileChannel channel = null;
        boolean taken = false;
        try {
            channel = OwnerOnly.append(real);
            FileLock lock = channel.tryLock();
            taken = lock != null;
            return taken ? new ShardLock(real, channel).marked() : null;
        } finally {
            if (!taken) {
                if (channel != null) {
                    channel.close();
                }
                HELD_HERE.remove(real);
            }
        }
    }

    /** Whether some process has it. */
    static boolean isHeld(Path directory, String name) throws IOException {
        if (!Files.exists(marker(directory.resolve(name)))) {
            return false;
        }
        if (HELD_HERE.contains(directory.toRealPath().resolve(name))) {
            return true;
        }
        // The marker of a process that was killed stays: here the lock itself decides.
        try (@Nullable ShardLock lock = take(directory, name)) {
            return lock == null;
        }
    }

    private static Path marker(Path file) {
        return file.resolveSibling(file.getFileName() + ".held");
    }

    private ShardLock marked() {
        try {
            OwnerOnly.append(marker(file)).close();
        } catch (IOException fullDisk) {
            // Then it is told as not held, and held all the same.
        }
        return this;
    }

    /** Once more does no harm. */
    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            try {
                Files.deleteIfExists(marker(file));
            } finally {
                channel.close();
                HELD_HERE.remove(file);
            }
        }
    }
}
