package io.opalmind.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One of 16 locks on a directory, against other processes and other threads of this one. It goes with its process,
 * whatever that dies of. Never take two.
 */
final class ShardLock implements AutoCloseable {
    static final int SHARDS = 16;
    private static final long PATIENCE_SECONDS = 10;
    private static final long PAUSE_NANOS = 500_000;

    /** The locks on files are the whole process', so its threads have to keep each other out in another way. */
    private static final ReentrantLock[] THREADS = new ReentrantLock[SHARDS];

    static {
        for (int i = 0; i < SHARDS; i++) {
            THREADS[i] = new ReentrantLock();
        }
    }

    private final ReentrantLock threads;
    private final FileChannel file;

    private ShardLock(ReentrantLock threads, FileChannel file) {
        this.threads = threads;
        this.file = file;
    }

    /**
     * Waits ten seconds for it at the most.
     *
     * @param directory that exists
     * @param shard 0 to {@link #SHARDS} - 1
     * @throws IOException where it cannot be had
     */
    static ShardLock take(Path directory, int shard) throws IOException {
        ReentrantLock threads = THREADS[shard];
        Path place = directory.resolve(".lock-" + shard);
        try {
            if (!threads.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw kept(place);
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
        FileChannel file = null;
        try {
            file = OwnerOnly.append(place);
            await(file, place, threads.newCondition());
            return new ShardLock(threads, file);
        } catch (IOException | RuntimeException | Error e) {
            close(file, threads);
            throw e;
        }
    }

    private static void await(FileChannel file, Path place, Condition never) throws IOException {
        FileLock lock = file.tryLock();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (lock == null) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw kept(place);
            }
            try {
                long unused = never.awaitNanos(Math.min(left, PAUSE_NANOS));
                assert unused <= PAUSE_NANOS;
            } catch (InterruptedException e) {
                throw interrupted();
            }
            lock = file.tryLock();
        }
    }

    private static IOException kept(Path place) {
        return new FileSystemException(
                place.toString(), null, "another process has kept the lock for " + PATIENCE_SECONDS + " s");
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted");
    }

    /** In this order: a file that is closed takes the process' lock on it along, also that of the next thread. */
    private static void close(@Nullable FileChannel file, ReentrantLock threads) throws IOException {
        try {
            if (file != null) {
                file.close();
            }
        } finally {
            threads.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        close(file, threads);
    }
}
