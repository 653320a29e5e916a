package io.opalmind.store;

import static io.opalmind.store.Hits.hit;
import static io.opalmind.store.Hits.visitorOf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * What a process of its own does to a queue: the first argument says what, the second where, the third its name or a
 * number. It says each thing that is done in a line. An exception is its exit code 1.
 */
final class QueueWorker {
    static final Duration LEASE = Duration.ofSeconds(2);

    private QueueWorker() {}

    public static void main(String[] args) {
        HitQueue queue = QueuePlace.open(args[1]);
        switch (args[0]) {
            case "add" -> add(queue, args[2], Integer.parseInt(args[3]));
            case "deliver" -> deliver(queue, Integer.parseInt(args[2]));
            case "hold" -> hold(queue, Integer.parseInt(args[2]));
            case "end-late" -> endLate(queue, Integer.parseInt(args[2]));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /** Lists of one to four hits of six visitors; says the keys of each list when it is safe. */
    private static void add(HitQueue queue, String name, int lists) {
        int number = 0;
        for (int i = 0; i < lists; i++) {
            List<KeptHit> hits = new ArrayList<>();
            StringBuilder keys = new StringBuilder();
            for (int j = 0; j <= i % 4; j++) {
                KeptHit hit = hit("of-" + (i + j) % 6, number++);
                String key = name + "/" + hit.key();
                hits.add(new KeptHit(key, "f", hit.visitor(), hit.query(), number, false, 0, null));
                keys.append(key).append(' ');
            }
            queue.add(hits);
            say(keys.toString().trim());
        }
    }

    /** Says the keys before it ends them, and once more behind {@code done} when that is safe. */
    private static void deliver(HitQueue queue, int most) {
        for (int number = 0; number < HitQueue.SHARDS; number++) {
            try (HitQueue.Shard shard = queue.take(number, LEASE, false)) {
                if (shard == null) {
                    throw new IllegalStateException("taken: " + number);
                }
                for (List<KeptHit> next = shard.next(most); !next.isEmpty(); next = shard.next(most)) {
                    String keys = String.join(" ", Hits.keys(next));
                    say(keys);
                    shard.delivered(next);
                    say("done " + keys);
                }
            }
        }
    }

    private static void hold(HitQueue queue, int number) {
        try (HitQueue.Shard shard = queue.take(number, LEASE, false)) {
            say("given " + (shard == null ? "nothing" : Hits.keys(shard.next(1))));
            await(Duration.ofMinutes(2));
        }
    }

    /** Takes a shard, waits to be frozen meanwhile, and ends what it was given. */
    private static void endLate(HitQueue queue, int number) {
        HitQueue.Shard shard = queue.take(number, LEASE, false);
        List<KeptHit> given = shard == null ? List.of() : shard.next(1);
        say("given " + Hits.keys(given));
        await(Duration.ofMillis(1500));
        say(refusal(() -> shard.delivered(given)));
        say(refusal(() -> shard.refused(given.get(0))));
        say(refusal(() -> shard.next(1)));
        shard.close();
    }

    private static String refusal(Runnable action) {
        try {
            action.run();
            return "nothing refused";
        } catch (StoreException e) {
            return e.getMessage();
        }
    }

    private static void await(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    static String visitor() {
        return visitorOf(3);
    }
}
