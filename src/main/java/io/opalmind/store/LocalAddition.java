package io.opalmind.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Hits on their way into the local queue: one file, that is on the disk before the first of them counts, and then gets a
 * name in each shard of which it has hits. To write and to force a file a shard would take sixteen times as long.
 */
final class LocalAddition {
    private final LocalQueueFiles files;
    private final List<KeptHit> sorted = new ArrayList<>();
    /** The number of each shard's first hit, and behind them the number of all. */
    private final int[] first = new int[HitQueue.SHARDS + 1];

    private final List<Path> placed = new ArrayList<>();

    /** @param hits so few that all may be in memory at once */
    LocalAddition(LocalQueueFiles files, List<KeptHit> hits) {
        this.files = files;
        for (int shard = 0; shard < HitQueue.SHARDS; shard++) {
            for (KeptHit hit : hits) {
                if (HitQueue.shard(hit.visitor()) == shard) {
                    sorted.add(hit);
                }
            }
            first[shard + 1] = sorted.size();
        }
    }

    void run() throws IOException {
        for (int shard = 0; shard < HitQueue.SHARDS; shard++) {
            if (count(shard) > 0) {
                files.make(files.shard(shard));
            }
        }
        byte[] lines = SegmentDirectory.lines(sorted);
        Path temporary = SafeFile.temporary(files.queue(), lines);
        try {
            place(temporary, lines);
        } catch (IOException e) {
            for (Path file : placed) {
                Files.deleteIfExists(file); // who is told that it failed will keep the hits elsewhere
            }
            throw e;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private int count(int shard) {
        return first[shard + 1] - first[shard];
    }

    private void place(Path temporary, byte[] lines) throws IOException {
        String mark = temporary.getFileName().toString().substring(SafeFile.TEMPORARY.length());
        List<SegmentDirectory> touched = new ArrayList<>();
        for (int number = 0; number < HitQueue.SHARDS; number++) {
            if (count(number) > 0) {
                SegmentDirectory shard = files.shard(number);
                SegmentName name = shard.behindAll(first[number], count(number), mark);
                Path file = shard.path().resolve(name.text());
                place(temporary, file, lines);
                placed.add(file);
                touched.add(shard);
            }
        }
        for (SegmentDirectory shard : touched) {
            SafeFile.sync(shard.path());
        }
    }

    private void place(Path temporary, Path file, byte[] lines) throws IOException {
        try {
            Files.createLink(file, temporary);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException noSecondNames) {
            SafeFile.place(SafeFile.temporary(files.queue(), lines), file);
        }
    }
}
