package io.opalmind.store;

import static io.opalmind.store.Hits.dead;
import static io.opalmind.store.Hits.drain;
import static io.opalmind.store.Hits.hit;
import static io.opalmind.store.Hits.hits;
import static io.opalmind.store.Hits.keys;
import static io.opalmind.store.Hits.visitorOf;
import static io.opalmind.store.Hits.waiting;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.opalmind.store.HitQueue.Shard;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every form of the queue promises. Public for the forms in other packages. */
public abstract class HitQueueContract {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int SHARD = 3;
    private static final String VISITOR = visitorOf(SHARD);

    private final MovableClock clock = new MovableClock("2026-11-26T12:00:00Z");
    private HitQueue queue;

    /** A queue with nothing in it but what this test put there. */
    protected abstract HitQueue open(Clock clock) throws Exception;

    @BeforeEach
    void openQueue() throws Exception {
        queue = open(clock);
    }

    @AfterEach
    void closeQueue() {
        queue.close();
    }

    @Test
    void nothing_waits_in_a_new_queue() {
        for (int shard = 0; shard < HitQueue.SHARDS; shard++) {
            assertEquals(0, queue.waiting(shard));
        }
        assertEquals(QueueSummary.EMPTY, queue.summary());
        assertEquals(List.of(), waiting(queue));
        assertEquals(List.of(), dead(queue));
        assertEquals(0, queue.reviveDead());
        try (Shard shard = take()) {
            assertEquals(List.of(), shard.next(10));
        }
    }

    @Test
    void adding_nothing_is_no_harm() {
        queue.add(List.of());
        assertEquals(QueueSummary.EMPTY, queue.summary());
    }

    @Test
    void hit_comes_back_as_it_was() {
        KeptHit hit = new KeptHit("k", "0123456789abcdef", VISITOR, "a=b&c=%20", 12345, true, 7, "Matomo said 503");
        queue.add(List.of(hit));
        assertEquals(1, queue.waiting(SHARD));
        assertEquals(List.of(hit), waiting(queue));
        try (Shard shard = take()) {
            assertEquals(List.of(hit), shard.next(1));
        }
    }

    @Test
    void text_of_any_kind_comes_back() {
        List<KeptHit> strange = new ArrayList<>();
        String[] texts = {
            "ä ö 😀", "line\nline\r\n", "\u0000\u0001\u2028", "{\"a\":\"\\\"\"}", "", "../../etc", "a\ud83d"
        };
        for (int i = 0; i < texts.length; i++) {
            strange.add(new KeptHit("key " + i, "f", VISITOR, texts[i], i, false, 0, texts[i]));
        }
        queue.add(strange);
        List<KeptHit> found = drain(queue, SHARD, 100);
        for (int i = 0; i < texts.length - 1; i++) {
            assertEquals(strange.get(i), found.get(i));
        }
        assertEquals(texts.length, found.size(), "half a character is no reason to lose the hit");
    }

    @Test
    void large_queries_come_back() {
        List<KeptHit> large = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            large.add(hit(VISITOR, i, "x".repeat(200_000) + i));
        }
        queue.add(large);
        assertEquals(large, drain(queue, SHARD, 7));
    }

    @Test
    void hits_of_a_visitor_come_in_the_order_in_which_they_were_added() {
        List<String> added = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            List<KeptHit> some = hits(VISITOR, i * 10, 1 + i % 7);
            queue.add(some);
            added.addAll(keys(some));
        }
        assertEquals(added.size(), queue.waiting(SHARD));
        assertEquals(added, keys(waiting(queue)));
        assertEquals(added, keys(drain(queue, SHARD, 9)));
        assertEquals(0, queue.waiting(SHARD));
    }

    @Test
    void clock_that_steps_back_changes_no_order() {
        queue.add(hits(VISITOR, 0, 2));
        clock.move(Duration.ofDays(-3));
        queue.add(hits(VISITOR, 2, 2));
        clock.move(Duration.ofDays(1));
        queue.add(hits(VISITOR, 4, 1));
        assertEquals(keys(hits(VISITOR, 0, 5)), keys(drain(queue, SHARD, 2)));
    }

    @Test
    void each_hit_is_in_its_visitors_shard() {
        List<KeptHit> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(hit("visitor " + i % 50, i));
        }
        queue.add(all);
        long sum = 0;
        for (int shard = 0; shard < HitQueue.SHARDS; shard++) {
            int number = shard;
            List<String> own = all.stream()
                    .filter(hit -> HitQueue.shard(hit.visitor()) == number)
                    .map(KeptHit::key)
                    .toList();
            assertEquals(own.size(), queue.waiting(shard));
            assertEquals(own, keys(drain(queue, shard, 10)));
            sum += own.size();
        }
        assertEquals(200, sum);
    }

    @Test
    void many_hits_in_one_list() {
        List<KeptHit> many = hits(VISITOR, 0, 2500);
        queue.add(many);
        assertEquals(2500, queue.waiting(SHARD));
        assertEquals(keys(many), keys(drain(queue, SHARD, 400)));
    }

    @Test
    void shard_is_taken_once_at_a_time_and_others_are_free() {
        try (Shard first = take()) {
            assertNotNull(first);
            assertNull(queue.take(SHARD, LEASE, false));
            try (Shard other = queue.take(SHARD + 1, LEASE, false)) {
                assertNotNull(other);
            }
        }
        try (Shard again = queue.take(SHARD, LEASE, false)) {
            assertNotNull(again);
        }
    }

    @Test
    void next_gives_the_same_until_they_are_ended() {
        queue.add(hits(VISITOR, 0, 5));
        try (Shard shard = take()) {
            assertEquals(keys(hits(VISITOR, 0, 3)), keys(shard.next(3)));
            assertEquals(keys(hits(VISITOR, 0, 3)), keys(shard.next(3)));
            shard.delivered(hits(VISITOR, 0, 1));
            assertEquals(keys(hits(VISITOR, 1, 3)), keys(shard.next(3)));
            shard.delivered(hits(VISITOR, 2, 1));
            assertEquals(List.of(VISITOR + "#1", VISITOR + "#3", VISITOR + "#4"), keys(shard.next(10)));
            assertEquals(3, queue.waiting(SHARD));
        }
        try (Shard shard = take()) {
            assertEquals(List.of(VISITOR + "#1", VISITOR + "#3", VISITOR + "#4"), keys(shard.next(10)));
        }
        assertEquals(List.of(VISITOR + "#1", VISITOR + "#3", VISITOR + "#4"), keys(waiting(queue)));
    }

    @Test
    void fewer_may_be_asked_for_than_before() {
        queue.add(hits(VISITOR, 0, 5));
        try (Shard shard = take()) {
            shard.next(5);
            assertEquals(keys(hits(VISITOR, 0, 2)), keys(shard.next(2)));
            assertThrows(IllegalArgumentException.class, () -> shard.delivered(hits(VISITOR, 3, 1)));
            assertEquals(5, queue.waiting(SHARD));
        }
    }

    @Test
    void hits_are_ended_in_any_order() {
        queue.add(hits(VISITOR, 0, 3));
        queue.add(hits(VISITOR, 3, 3));
        try (Shard shard = take()) {
            shard.next(6);
            shard.delivered(List.of(hit(VISITOR, 4), hit(VISITOR, 0), hit(VISITOR, 5), hit(VISITOR, 2)));
            assertEquals(List.of(VISITOR + "#1", VISITOR + "#3"), keys(shard.next(6)));
            shard.delivered(List.of());
            shard.delivered(List.of(hit(VISITOR, 3), hit(VISITOR, 1)));
            assertEquals(List.of(), shard.next(6));
        }
        assertEquals(0, queue.waiting(SHARD));
    }

    @Test
    void two_hits_with_one_key_are_ended_one_by_one() {
        queue.add(List.of(hit(VISITOR, 1), hit(VISITOR, 1), hit(VISITOR, 2)));
        try (Shard shard = take()) {
            assertEquals(3, shard.next(10).size());
            shard.delivered(List.of(hit(VISITOR, 1)));
            assertEquals(List.of(VISITOR + "#1", VISITOR + "#2"), keys(shard.next(10)));
            shard.delivered(shard.next(10));
            assertEquals(List.of(), shard.next(10));
        }
    }

    @Test
    void what_is_added_meanwhile_comes_behind() {
        queue.add(hits(VISITOR, 0, 2));
        try (Shard shard = take()) {
            List<KeptHit> first = shard.next(2);
            queue.add(hits(VISITOR, 2, 2));
            assertEquals(keys(first), keys(shard.next(2)));
            shard.delivered(first);
            queue.add(hits(VISITOR, 4, 1));
            assertEquals(keys(hits(VISITOR, 2, 3)), keys(shard.next(10)));
        }
    }

    @Test
    void failed_hit_stays_the_first_and_waits_for_its_time() {
        queue.add(hits(VISITOR, 0, 3));
        KeptHit failed = hit(VISITOR, 0).after(4, true, "Matomo cannot be reached");
        try (Shard shard = take()) {
            shard.next(3);
            shard.failed(failed, clock.instant().plusSeconds(60));
            assertEquals(List.of(), shard.next(3));
        }
        try (Shard shard = take()) {
            assertEquals(List.of(), shard.next(3));
            clock.move(Duration.ofSeconds(59));
            assertEquals(List.of(), shard.next(3));
            clock.move(Duration.ofSeconds(1));
            assertEquals(List.of(failed, hit(VISITOR, 1), hit(VISITOR, 2)), shard.next(3));
            shard.delivered(List.of(failed));
            assertEquals(keys(hits(VISITOR, 1, 2)), keys(shard.next(3)));
        }
        assertEquals(List.of(hit(VISITOR, 1), hit(VISITOR, 2)), waiting(queue));
    }

    @Test
    void shard_taken_for_all_gives_what_is_not_due() {
        queue.add(hits(VISITOR, 0, 2));
        KeptHit failed = hit(VISITOR, 0).after(1, false, "Matomo cannot be reached");
        try (Shard shard = queue.take(SHARD, LEASE, true)) {
            assertNotNull(shard);
            shard.next(2);
            shard.failed(failed, clock.instant().plusSeconds(60));
            assertEquals(List.of(failed, hit(VISITOR, 1)), shard.next(2));
        }
        try (Shard shard = take()) {
            assertEquals(List.of(), shard.next(2));
        }
        try (Shard shard = queue.take(SHARD, LEASE, true)) {
            assertNotNull(shard);
            shard.delivered(shard.next(2));
        }
        assertEquals(0, queue.waiting(SHARD));
    }

    @Test
    void hit_that_fails_again_and_again_counts_its_attempts() {
        queue.add(hits(VISITOR, 0, 2));
        for (int i = 1; i <= 3; i++) {
            try (Shard shard = take()) {
                KeptHit first = shard.next(2).get(0);
                assertEquals(i - 1, first.attempts());
                shard.failed(
                        first.after(1, false, "fault " + i), clock.instant().plusSeconds(1));
            }
            clock.move(Duration.ofSeconds(1));
            assertEquals(i, waiting(queue).get(0).attempts());
            assertEquals("fault " + i, queue.summary().lastError());
        }
        assertEquals(2, queue.waiting(SHARD));
    }

    @Test
    void failed_hit_does_not_hold_up_other_shards() {
        queue.add(List.of(hit(VISITOR, 0), hit(visitorOf(5), 0)));
        try (Shard shard = take()) {
            KeptHit first = shard.next(1).get(0);
            shard.failed(first.after(1, false, "no"), clock.instant().plusSeconds(60));
        }
        assertEquals(1, drain(queue, 5, 10).size());
        assertEquals(1, queue.waiting(SHARD));
    }

    @Test
    void refused_hit_goes_to_the_dead_letters() {
        queue.add(hits(VISITOR, 0, 3));
        KeptHit refused = hit(VISITOR, 1).after(1, false, "Matomo: invalid visitor id");
        try (Shard shard = take()) {
            shard.next(3);
            shard.delivered(hits(VISITOR, 0, 1));
            shard.refused(refused);
            assertEquals(List.of(VISITOR + "#2"), keys(shard.next(3)));
        }
        assertEquals(List.of(refused), dead(queue));
        assertEquals(List.of(hit(VISITOR, 2)), waiting(queue));
        assertEquals(1, queue.summary().dead());
        assertEquals(1, queue.summary().pending());
    }

    @Test
    void refused_after_it_failed_leaves_the_way_free() {
        queue.add(hits(VISITOR, 0, 2));
        try (Shard shard = take()) {
            KeptHit first = shard.next(2).get(0);
            shard.failed(first.after(1, false, "503"), clock.instant());
            shard.refused(shard.next(2).get(0).after(1, false, "400"));
            assertEquals(List.of(hit(VISITOR, 1)), shard.next(2));
        }
        assertEquals(2, dead(queue).get(0).attempts());
        assertEquals(0, queue.summary().dueAt());
    }

    @Test
    void dead_ones_are_revived() {
        List<KeptHit> all = new ArrayList<>(hits(VISITOR, 0, 3));
        all.addAll(hits(visitorOf(9), 0, 2));
        queue.add(all);
        refuseAll(SHARD);
        refuseAll(9);
        assertEquals(5, queue.summary().dead());
        assertEquals(0, queue.summary().pending());
        assertEquals(5, queue.reviveDead());
        assertEquals(List.of(), dead(queue));
        assertEquals(keys(hits(VISITOR, 0, 3)), keys(drain(queue, SHARD, 10)));
        assertEquals(2, queue.waiting(9));
        assertEquals(0, queue.reviveDead());
    }

    @Test
    void many_dead_ones_are_shown_and_revived() {
        queue.add(hits(VISITOR, 0, 260));
        refuseAll(SHARD);
        assertEquals(keys(hits(VISITOR, 0, 260)), keys(dead(queue)));
        assertEquals(260, queue.reviveDead());
        assertEquals(260, queue.waiting(SHARD));
        assertEquals(keys(hits(VISITOR, 0, 260)), keys(waiting(queue)));
        assertEquals(0, queue.summary().dead());
    }

    private void refuseAll(int number) {
        try (Shard shard = queue.take(number, LEASE, false)) {
            assertNotNull(shard);
            for (List<KeptHit> next = shard.next(50); !next.isEmpty(); next = shard.next(50)) {
                for (KeptHit hit : next) {
                    shard.refused(hit.after(1, false, "refused"));
                }
            }
        }
    }

    @Test
    void summary_counts_what_waits_and_what_is_in_hand() {
        queue.add(hits(VISITOR, 10, 3));
        queue.add(hits(visitorOf(8), 5, 2));
        assertEquals(new QueueSummary(5, 0, 1_700_000_000_005L, 0, 0, null, 0), queue.summary());
        try (Shard shard = take()) {
            shard.next(1);
            assertEquals(3, queue.summary().inFlight());
            shard.delivered(hits(VISITOR, 10, 1));
            assertEquals(2, queue.summary().inFlight());
            assertEquals(4, queue.summary().pending());
        }
        assertEquals(0, queue.summary().inFlight());
    }

    @Test
    void summary_tells_attempts_error_and_when_it_goes_on() {
        queue.add(hits(VISITOR, 0, 1));
        queue.add(hits(visitorOf(8), 0, 1));
        fail(8, 5, "older", 300);
        assertEquals(0, queue.summary().dueAt(), "the other shard is due");
        clock.move(Duration.ofSeconds(1));
        fail(SHARD, 2, "newer", 60);
        QueueSummary summary = queue.summary();
        assertEquals(5, summary.attempts());
        assertEquals("newer", summary.lastError());
        assertEquals(clock.instant().plusSeconds(60).toEpochMilli(), summary.dueAt());
        clock.move(Duration.ofSeconds(60));
        assertEquals(0, queue.summary().dueAt());
    }

    private void fail(int number, int attempts, String error, int seconds) {
        try (Shard shard = queue.take(number, LEASE, false)) {
            assertNotNull(shard);
            KeptHit first = shard.next(1).get(0);
            shard.failed(first.after(attempts, false, error), clock.instant().plusSeconds(seconds));
        }
    }

    @Test
    void shard_that_is_closed_does_nothing_any_more() {
        queue.add(hits(VISITOR, 0, 2));
        Shard shard = take();
        List<KeptHit> given = shard.next(2);
        shard.close();
        assertThrows(StoreException.class, () -> shard.next(1));
        assertThrows(StoreException.class, () -> shard.delivered(given));
        assertThrows(StoreException.class, () -> shard.failed(given.get(0), clock.instant()));
        assertThrows(StoreException.class, () -> shard.refused(given.get(0)));
        try (Shard other = take()) {
            assertDoesNotThrow(shard::close);
            assertNull(queue.take(SHARD, LEASE, false), "an old holder's close lets nothing go");
            assertEquals(2, other.next(5).size());
        }
        assertEquals(0, queue.summary().dead());
    }

    @Test
    void only_what_was_given_can_be_ended() {
        queue.add(hits(VISITOR, 0, 2));
        try (Shard shard = take()) {
            KeptHit foreign = hit(VISITOR, 77);
            shard.next(2);
            assertThrows(IllegalArgumentException.class, () -> shard.delivered(List.of(hit(VISITOR, 0), foreign)));
            assertThrows(IllegalArgumentException.class, () -> shard.failed(foreign, clock.instant()));
            assertThrows(IllegalArgumentException.class, () -> shard.refused(foreign));
            assertEquals(2, shard.next(2).size());
        }
        assertEquals(0, queue.summary().dead());
    }

    private Shard take() {
        Shard shard = queue.take(SHARD, LEASE, false);
        assertNotNull(shard);
        return shard;
    }
}
