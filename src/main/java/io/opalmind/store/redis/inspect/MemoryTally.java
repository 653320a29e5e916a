package io.opalmind.store.redis.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Adds up what keys take, and keeps the largest of them. */
final class MemoryTally {
    private static final int LARGEST = 10;
    private static final Comparator<FoundKey> BY_SIZE = Comparator.comparingLong(FoundKey::bytes);

    private final Groups kinds = new Groups();
    private final Groups features = new Groups();
    private final PriorityQueue<FoundKey> largest = new PriorityQueue<>(LARGEST + 1, BY_SIZE);
    private long keys;
    private long bytes;
    private long endless;

    void add(FoundKey key) {
        keys++;
        bytes += Math.max(0, key.bytes());
        kinds.add(key.kind().label(), key.bytes());
        ReportKey report = key.report();
        if (report != null) {
            features.add(report.feature(), key.bytes());
        }
        if (key.kind() == KeyKind.CACHE && key.ttlMillis() == FoundKey.NO_END) {
            endless++;
        }
        if (key.bytes() > 0) {
            largest.add(key);
            if (largest.size() > LARGEST) {
                largest.remove();
            }
        }
    }

    Memory memory(List<ServerFacts> servers) {
        List<FoundKey> sorted = new ArrayList<>(largest);
        sorted.sort(BY_SIZE.reversed());
        List<String> advice = new ArrayList<>();
        for (ServerFacts server : servers) {
            new MemoryAdvice(server, advice).add();
        }
        if (endless > 0) {
            advice.add(
                    endless + " cached reports have no time to live, and stay for ever. Find them with 'inspect-redis"
                            + " lint', remove them with 'inspect-redis delete'.");
        }
        return new Memory(servers, keys, bytes, byBytes(kinds), byBytes(features), sorted, List.copyOf(advice));
    }

    private static List<Group> byBytes(Groups groups) {
        List<Group> sorted = new ArrayList<>(groups.inOrder());
        sorted.sort(Comparator.comparingLong(Group::bytes).reversed());
        return sorted;
    }
}
