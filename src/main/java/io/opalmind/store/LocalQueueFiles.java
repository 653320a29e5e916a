package io.opalmind.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/** Where a local queue keeps what, under {@code hits/MATOMO} in the state directory. */
final class LocalQueueFiles {
    /** Line numbers of as many digits each sort as they count. */
    private static final int FIRST_LINE = 1_000_000;

    private final Path state;
    private final Path hits;
    private final Path own;
    private final Path queue;
    private final SegmentDirectory dead;
    private final Clock clock;

    LocalQueueFiles(Path state, String matomo, Clock clock) {
        this.state = state;
        this.hits = state.resolve("hits");
        this.own = hits.resolve(matomo);
        this.queue = own.resolve("queue");
        this.dead = new SegmentDirectory(own.resolve("dead"), clock);
        this.clock = clock;
    }

    Path queue() {
        return queue;
    }

    SegmentDirectory shard(int shard) {
        return new SegmentDirectory(queue.resolve(number(shard)), clock);
    }

    /** The name of the file, in {@link #queue}, that says what became of the first hit of a shard. */
    static String state(int shard) {
        return number(shard) + ".state";
    }

    /** The name of a shard's lock, in {@link #queue}. */
    static String lock(int shard) {
        return number(shard) + ".lock";
    }

    /** Hits that Matomo refused, a file each. */
    SegmentDirectory dead() {
        return dead;
    }

    /** Of this Matomo. */
    Path own() {
        return own;
    }

    /** Files in which something cannot be read; nobody looks there but people. */
    Path damaged() {
        return own.resolve("damaged");
    }

    private static String number(int shard) {
        return shard < 10 ? "0" + shard : Integer.toString(shard);
    }

    /** Makes the directory of a shard, and that it is there is on the disk. */
    void make(SegmentDirectory shard) throws IOException {
        make(shard.path(), state, hits, own, queue);
    }

    private void make(Path directory, Path... above) throws IOException {
        boolean anew = !Files.isDirectory(directory);
        Path[] inner = Arrays.copyOfRange(above, 1, above.length + 1);
        inner[above.length - 1] = directory;
        OwnerOnly.directories(state, inner);
        if (anew) {
            for (Path path : above) {
                SafeFile.sync(path);
            }
        }
    }

    /** Safe when it returns. The same hit once more, after a kill before it was ended, takes the same place. */
    void addDead(KeptHit hit, String segment, int line) throws IOException {
        SegmentName from = SegmentName.parse(segment);
        if (from == null) {
            throw new IllegalArgumentException(segment);
        }
        make(dead.path(), state, hits, own);
        byte[] content = SegmentDirectory.lines(List.of(hit));
        dead.place(
                SafeFile.temporary(own, content),
                new SegmentName(from.order(), 0, 1, from.mark() + "." + (FIRST_LINE + from.first() + line)));
        SafeFile.sync(dead.path());
    }
}
