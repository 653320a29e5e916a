package io.opalmind.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A queue in files under the state directory, in the maildir manner, for several processes of one host:
 *
 * <ul>
 *   <li>{@code hits/MATOMO/queue/NN/} is a shard, {@link SegmentName} its files: hits that were added together, a line each
 *       (a file may have lines of several shards, and then has a name in each). It is brought to the disk before it gets
 *       its name, so that there is never half of one, and the name goes when all the shard's hits of it are ended ({@link DoneLines} has those of them that are).
 *   <li>{@code queue/NN.lock}, which the system lets go when the holder dies, {@code NN.lock.held} while it is held, and
 *       {@code NN.state}: what became of the first hit.
 *   <li>{@code dead/} has the hits that Matomo refused, a file each.
 *   <li>{@code damaged/} has the files in which something could not be read, as they were: what could be read of them was
 *       delivered. Files of other names are left alone everywhere.
 * </ul>
 */
public final class LocalHitQueue implements HitQueue {
    /** Whoever reads a file has all of it in memory. */
    private static final int MOST_LINES = 1000;

    private static final int REVIVED_AT_ONCE = 250;

    private final LocalQueueFiles files;
    private final Clock clock;

    /**
     * @param state the state directory; need not exist before the first hit
     * @param matomo tells one Matomo's queue from another's; a name for a directory
     */
    public LocalHitQueue(Path state, String matomo, Clock clock) {
        this.files = new LocalQueueFiles(state, matomo, clock);
        this.clock = clock;
    }

    @Override
    public void add(List<KeptHit> hits) {
        try {
            for (int from = 0; from < hits.size(); from += MOST_LINES) {
                int to = Math.min(hits.size(), from + MOST_LINES);
                new LocalAddition(files, hits.subList(from, to)).run();
            }
        } catch (IOException e) {
            throw LocalFault.cannot("write", files.queue(), e);
        }
    }

    @Override
    public long waiting(int shard) {
        try {
            return files.shard(shard).waiting();
        } catch (IOException e) {
            throw LocalFault.cannot("read", files.shard(shard).path(), e);
        }
    }

    /** The lease is not needed: the system lets go at once when the process dies. */
    @Override
    public @Nullable Shard take(int shard, Duration lease, boolean all) {
        ShardLock lock = null;
        try {
            files.make(files.shard(shard));
            lock = ShardLock.take(files.queue(), LocalQueueFiles.lock(shard));
            return lock == null ? null : new LocalShard(lock, files, shard, all, clock);
        } catch (IOException e) {
            close(lock);
            throw LocalFault.cannot("lock", files.shard(shard).path(), e);
        }
    }

    private static void close(@Nullable ShardLock lock) {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException secondFault) {
            // The first one is told.
        }
    }

    @Override
    public QueueSummary summary() {
        QueueTally tally = new QueueTally(clock.millis());
        try {
            for (int shard = 0; shard < SHARDS; shard++) {
                long waiting = files.shard(shard).waiting();
                if (waiting > 0) {
                    addTo(tally, shard, waiting);
                }
            }
            return tally.summary(files.dead().names().size());
        } catch (IOException e) {
            throw LocalFault.cannot("read", files.queue(), e);
        }
    }

    private void addTo(QueueTally tally, int shard, long waiting) throws IOException {
        SegmentDirectory directory = files.shard(shard);
        ShardState state = state(shard);
        boolean held = ShardLock.isHeld(files.queue(), LocalQueueFiles.lock(shard));
        if (state != null) {
            tally.add(waiting, held, state.hit(), state.triedAt(), state.dueAt());
            return;
        }
        for (String name : directory.names()) {
            Segment segment = directory.read(name);
            int first = segment == null ? -1 : segment.first();
            if (segment != null && first >= 0) {
                tally.add(waiting, held, segment.hit(first), addedAt(name), 0);
                return;
            }
        }
        tally.add(waiting, held, null, 0, 0);
    }

    private @Nullable ShardState state(int shard) throws IOException {
        Path file = files.queue().resolve(LocalQueueFiles.state(shard));
        return ShardState.read(file, files.shard(shard).path());
    }

    private static long addedAt(String name) {
        SegmentName segment = SegmentName.parse(name);
        return segment == null ? 0 : segment.order() / 1000;
    }

    @Override
    public void forEachWaiting(Consumer<KeptHit> consumer) {
        try {
            for (int shard = 0; shard < SHARDS; shard++) {
                SegmentDirectory directory = files.shard(shard);
                ShardState state = state(shard);
                for (String name : directory.names()) {
                    show(directory.read(name), state, consumer);
                }
            }
        } catch (IOException e) {
            throw LocalFault.cannot("read", files.queue(), e);
        }
    }

    private static void show(@Nullable Segment segment, @Nullable ShardState state, Consumer<KeptHit> consumer) {
        for (int line = 0; segment != null && line < segment.lines(); line++) {
            KeptHit hit = segment.hit(line);
            if (hit != null) {
                consumer.accept(state != null && state.isOf(segment.name(), line) ? state.hit() : hit);
            }
        }
    }

    @Override
    public void forEachDead(Consumer<KeptHit> consumer) {
        try {
            for (String name : files.dead().names()) {
                show(files.dead().read(name), null, consumer);
            }
        } catch (IOException e) {
            throw LocalFault.cannot("read", files.dead().path(), e);
        }
    }

    /** Nothing where another process is at it. A kill in the middle leaves a hit in both places, never in none. */
    @Override
    public long reviveDead() {
        try {
            List<String> names = files.dead().names();
            if (names.isEmpty()) {
                return 0;
            }
            try (@Nullable ShardLock lock = ShardLock.take(files.own(), "dead.lock")) {
                return lock == null ? 0 : revive(files.dead().names());
            }
        } catch (IOException e) {
            throw LocalFault.cannot("revive what is in", files.dead().path(), e);
        }
    }

    private long revive(List<String> names) throws IOException {
        long revived = 0;
        for (int from = 0; from < names.size(); from += REVIVED_AT_ONCE) {
            List<String> some = names.subList(from, Math.min(names.size(), from + REVIVED_AT_ONCE));
            List<Segment> segments = new ArrayList<>();
            List<KeptHit> hits = new ArrayList<>();
            for (String name : some) {
                Segment segment = files.dead().read(name);
                if (segment != null) {
                    segments.add(segment);
                    show(segment, null, hits::add);
                }
            }
            add(hits);
            for (Segment segment : segments) {
                segment.endAll(files.damaged());
            }
            SafeFile.sync(files.dead().path());
            revived += hits.size();
        }
        return revived;
    }

    @Override
    public void close() {}
}
