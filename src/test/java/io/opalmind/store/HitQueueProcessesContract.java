package io.opalmind.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several processes use one queue, and are killed; what they said is the judge. */
abstract class HitQueueProcessesContract {
    private static final int ROUNDS = 5;
    private static final int FOREVER = 1_000_000;
    private static final int MOST = 7;

    final List<ChildJvm> children = new ArrayList<>();
    private final Random random = new Random();

    /** As {@link QueuePlace} reads it. */
    abstract String place();

    abstract HitQueue queue();

    @AfterEach
    void endChildren() throws IOException {
        for (ChildJvm child : children) {
            child.close();
        }
    }

    ChildJvm start(Object... args) throws IOException {
        ChildJvm child = ChildJvm.start(QueueWorker.class, args);
        children.add(child);
        return child;
    }

    @Test
    void processes_that_add_at_once_lose_nothing_and_keep_their_order() throws Exception {
        for (int i = 0; i < 4; i++) {
            start("add", place(), "p" + i, 60);
        }
        List<String> added = new ArrayList<>();
        for (ChildJvm child : children) {
            child.exits(0);
            added.addAll(words(child.said().lines().toList()));
        }
        List<String> found = Hits.keys(Hits.waiting(queue()));
        assertEquals(new HashSet<>(added), new HashSet<>(found));
        assertEquals(added.size(), found.size());
        inOrder(found);
        List<String> delivered = Hits.keys(Hits.drain(queue()));
        assertEquals(found, delivered);
    }

    @Test
    void what_was_added_is_there_after_a_kill() throws Exception {
        Set<String> safe = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            ChildJvm child = start("add", place(), "p" + round, FOREVER);
            killSoon(child);
            List<String> whole = child.said().lines().toList();
            safe.addAll(words(whole));
            List<String> found = Hits.keys(Hits.waiting(queue()));
            assertTrue(new HashSet<>(found).containsAll(safe), "after kill " + round);
            assertEquals(found.size(), new HashSet<>(found).size(), "none is doubled");
            inOrder(found);
        }
        long waiting = 0;
        for (int shard = 0; shard < HitQueue.SHARDS; shard++) {
            waiting += queue().waiting(shard);
        }
        assertEquals(Hits.drain(queue()).size(), waiting);
    }

    @Test
    void what_a_killed_process_had_in_hand_comes_again_and_nothing_else() throws Exception {
        List<KeptHit> hits = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            hits.add(Hits.hit("of-" + i % 40, i));
        }
        queue().add(hits);
        Set<String> left = new HashSet<>(Hits.keys(hits));
        for (int round = 0; round < ROUNDS; round++) {
            ChildJvm child = start("deliver", place(), MOST);
            child.says(1 + random.nextInt(20));
            LockSupport.parkNanos(random.nextInt(5_000_000));
            child.kill();
            List<String> said = child.said().lines().toList();
            Set<String> given = new HashSet<>();
            Set<String> done = new HashSet<>();
            for (String line : said) {
                (line.startsWith("done ") ? done : given).addAll(words(List.of(line)));
            }
            given.removeAll(done);
            assertTrue(given.size() <= MOST, "in hand: " + given);
            List<String> found = Hits.keys(Hits.waiting(queue()));
            inOrder(found);
            left.removeAll(done);
            Set<String> certain = new HashSet<>(left);
            certain.removeAll(given);
            assertTrue(new HashSet<>(found).containsAll(certain), "lost in kill " + round);
            assertTrue(left.containsAll(found), "came again after kill " + round);
            left.retainAll(found);
            afterKill();
        }
        assertEquals(left, new HashSet<>(Hits.keys(Hits.drain(queue()))));
    }

    @Test
    void shard_of_a_killed_process_is_free_with_all_it_had() throws Exception {
        queue().add(Hits.hits(QueueWorker.visitor(), 0, 3));
        ChildJvm child = start("hold", place(), 3);
        child.says(1);
        assertNull(queue().take(3, QueueWorker.LEASE, false));
        assertEquals(3, queue().summary().inFlight());
        child.kill();
        afterKill();
        assertEquals(0, queue().summary().inFlight());
        try (HitQueue.Shard shard = queue().take(3, QueueWorker.LEASE, false)) {
            assertNotNull(shard);
            assertEquals(Hits.hits(QueueWorker.visitor(), 0, 3), shard.next(5));
        }
    }

    /** Waits until the lease of a process that was killed has run out, where the store has leases. */
    abstract void afterKill();

    static void await(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    private void killSoon(ChildJvm child) throws InterruptedException {
        child.says(1 + random.nextInt(30));
        LockSupport.parkNanos(random.nextInt(20_000_000));
        child.kill();
    }

    private static List<String> words(List<String> lines) {
        List<String> words = new ArrayList<>();
        for (String line : lines) {
            words.addAll(List.of(line.replace("done ", "").split(" ")));
        }
        return words;
    }

    /** Of each process and visitor, keys such as {@code p1/of-3#17} count up. */
    private static void inOrder(List<String> keys) {
        Map<String, Integer> last = new HashMap<>();
        for (String key : keys) {
            int hash = key.indexOf('#');
            int number = Integer.parseInt(key.substring(hash + 1));
            Integer before = last.put(key.substring(0, hash), number);
            assertTrue(before == null || before < number, () -> key + " came after " + before);
        }
    }
}
