package io.opalmind.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Hits for tests of queues. Public for the stores of other packages. */
public final class Hits {
    private Hits() {}

    /** The hit of that number and visitor. */
    public static KeptHit hit(String visitor, int number) {
        return hit(visitor, number, "idsite=1&rec=1&action_name=" + number);
    }

    public static KeptHit hit(String visitor, int number, String query) {
        return new KeptHit(
                visitor + "#" + number,
                "0123456789abcdef",
                visitor,
                query,
                1_700_000_000_000L + number,
                false,
                0,
                null);
    }

    /** So many of one visitor, numbered from that on. */
    public static List<KeptHit> hits(String visitor, int from, int count) {
        List<KeptHit> hits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            hits.add(hit(visitor, from + i));
        }
        return hits;
    }

    /** A visitor whose hits are in that shard. */
    public static String visitorOf(int shard) {
        for (int i = 0; ; i++) {
            if (HitQueue.shard("visitor " + i) == shard) {
                return "visitor " + i;
            }
        }
    }

    public static List<String> keys(List<KeptHit> hits) {
        return hits.stream().map(KeptHit::key).toList();
    }

    public static List<KeptHit> waiting(HitQueue queue) {
        List<KeptHit> all = new ArrayList<>();
        queue.forEachWaiting(all::add);
        return all;
    }

    public static List<KeptHit> dead(HitQueue queue) {
        List<KeptHit> all = new ArrayList<>();
        queue.forEachDead(all::add);
        return all;
    }

    /** Delivers all that waits in a shard, so many at a time. */
    public static List<KeptHit> drain(HitQueue queue, int shard, int most) {
        List<KeptHit> all = new ArrayList<>();
        try (HitQueue.Shard taken = queue.take(shard, Duration.ofMinutes(1), false)) {
            if (taken == null) {
                throw new IllegalStateException("shard " + shard + " is taken");
            }
            for (List<KeptHit> next = taken.next(most); !next.isEmpty(); next = taken.next(most)) {
                all.addAll(next);
                taken.delivered(next);
            }
        }
        return all;
    }

    public static List<KeptHit> drain(HitQueue queue) {
        List<KeptHit> all = new ArrayList<>();
        for (int shard = 0; shard < HitQueue.SHARDS; shard++) {
            all.addAll(drain(queue, shard, 100));
        }
        return all;
    }
}
