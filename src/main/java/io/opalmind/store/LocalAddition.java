package io.opalmind.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hits on their way into the local queue: all of them are on the disk before the first one counts. */
final class LocalAddition {
    private final LocalQueueFiles files;
    private final List<Written> written = new ArrayList<>();

    private record Written(SegmentDirectory shard, Path temporary, int count) {}

    LocalAddition(LocalQueueFiles files) {
        this.files = files;
    }

    void run(List<KeptHit> hits) throws IOException {
        try {
            write(byShard(hits));
            for (Written one : written) {
                one.shard.append(one.temporary, one.count);
            }
        } catch (IOException e) {
            for (Written one : written) {
                Files.deleteIfExists(one.temporary);
            }
            throw e;
        }
        SegmentDirectory synced = null;
        for (Written one : written) {
            if (one.shard != synced) {
                SafeFile.sync(one.shard.path());
                synced = one.shard;
            }
        }
    }

    private static List<@Nullable List<KeptHit>> byShard(List<KeptHit> hits) {
        List<@Nullable List<KeptHit>> shards = new ArrayList<>();
        for (int i = 0; i < HitQueue.SHARDS; i++) {
            shards.add(null);
        }
        for (KeptHit hit : hits) {
            int shard = HitQueue.shard(hit.visitor());
            List<KeptHit> ofShard = shards.get(shard);
            if (ofShard == null) {
                ofShard = new ArrayList<>();
                shards.set(shard, ofShard);
            }
            ofShard.add(hit);
        }
        return shards;
    }

    private void write(List<@Nullable List<KeptHit>> shards) throws IOException {
        for (int i = 0; i < shards.size(); i++) {
            List<KeptHit> hits = shards.get(i);
            if (hits != null) {
                SegmentDirectory shard = files.shard(i);
                files.make(shard);
                for (int from = 0; from < hits.size(); from += SegmentDirectory.MOST_LINES) {
                    int to = Math.min(hits.size(), from + SegmentDirectory.MOST_LINES);
                    written.add(new Written(shard, shard.fill(hits.subList(from, to)), to - from));
                }
            }
        }
    }
}
