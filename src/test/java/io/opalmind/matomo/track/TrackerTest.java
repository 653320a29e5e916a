package io.opalmind.matomo.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.store.Claim;
import io.opalmind.store.KeptHit;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.Faults;
import io.opalmind.testing.matomo.MatomoRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackerTest {
    @TempDir
    Path directory;

    private final FakeMatomo matomo = FakeMatomo.recorded();
    private Post post;

    @BeforeEach
    void open() {
        matomo.visitsFromHits();
        post = new Post(matomo, directory);
    }

    @AfterEach
    void close() {
        matomo.close();
    }

    @Test
    void undelivered_hit_is_queued_with_the_time_it_happened() {
        matomo.failAlways(Faults.status(503));
        DeliveryResult result = post.track(post.event("a", "key"));
        assertEquals(Outcome.QUEUED, result.outcome());
        KeptHit kept = post.waiting().get(0);
        assertEquals("" + kept.happenedAt() / 1000, Hit.ofQuery(kept.query()).get("cdt"));
        assertTrue(post.records.abandoned(1).isEmpty());

        matomo.heal();
        FlushSummary summary = post.flush();
        assertEquals(1, summary.delivered());
        assertEquals(0, summary.left());
        assertEquals(1, matomo.countOf("e_n", "a"));
        assertNotNull(post.records.find(List.of("key")).get(0));
    }

    @Test
    void without_queue_nothing_is_kept() {
        matomo.failAlways(Faults.status(503));
        DeliveryResult result = post.tracker().track(post.event("a", null), false, false);
        assertEquals(Outcome.UNDELIVERED, result.outcome());
        assertTrue(post.waiting().isEmpty());
    }

    @Test
    void without_queue_the_key_is_free_again() {
        matomo.failAlways(Faults.status(503));
        post.tracker().track(post.event("a", "key"), false, false);
        matomo.heal();
        DeliveryResult again = post.tracker().track(post.event("a", "key"), false, false);
        assertEquals(Outcome.DELIVERED, again.outcome());
        assertEquals(1, matomo.countOf("e_n", "a"));
    }

    @Test
    void later_hits_of_a_visitor_wait_behind_the_earlier_ones_and_come_in_order() {
        matomo.failAlways(Faults.status(503));
        for (String name : List.of("1", "2", "3")) {
            assertEquals(Outcome.QUEUED, post.track(post.event(name, null)).outcome());
        }
        matomo.heal();
        post.flush();
        assertEquals(Outcome.DELIVERED, post.track(post.event("4", null)).outcome());
        List<String> names = new ArrayList<>();
        matomo.hits().forEach(hit -> names.add(hit.get("e_n")));
        assertEquals(List.of("1", "2", "3", "4"), names);
    }

    @Test
    void hit_behind_others_that_are_due_is_delivered_with_them() {
        post.queue.add(List.of(Dated.dated(post.event("1", null))));
        DeliveryResult result = post.track(post.event("2", null));
        assertEquals(Outcome.DELIVERED, result.outcome());
        assertEquals("1", matomo.hits().get(0).get("e_n"));
        assertEquals("2", matomo.hits().get(1).get("e_n"));
    }

    @Test
    void strict_queues_where_the_shared_store_is_away() {
        post.degraded = true;
        DeliveryResult result = post.tracker().track(post.event("a", null), true, true);
        assertEquals(Outcome.QUEUED, result.outcome());
        assertTrue(matomo.hits().isEmpty());
    }

    @Test
    void refused_hit_in_the_queue_becomes_a_dead_letter_and_the_others_arrive() {
        for (String name : List.of("1", "bad", "3")) {
            post.queue.add(List.of(post.event(name, null)));
        }
        matomo.refuseHits(hit -> "bad".equals(hit.get("e_n")));
        FlushSummary summary = post.flush();
        assertEquals(2, summary.delivered());
        assertEquals(1, summary.refused());
        assertEquals(0, summary.left());
        assertEquals(1, post.dead().size());
        assertNotNull(post.dead().get(0).lastError());
    }

    @Test
    void flush_stops_at_the_first_sign_that_matomo_is_away() {
        for (String name : List.of("1", "2", "3")) {
            post.queue.add(List.of(post.event(name, null)));
        }
        matomo.failAlways(Faults.status(503));
        FlushSummary summary = post.flush();
        assertEquals(3, summary.left());
        assertNotNull(summary.failure());
        assertEquals(Backoff.ATTEMPTS, matomo.requests().size());
        KeptHit first = post.waiting().get(0);
        assertEquals(Backoff.ATTEMPTS, first.attempts());

        matomo.heal();
        assertEquals(0, post.flusher().flush(Instant.MAX, false).delivered(), "not due yet");
        assertEquals(3, post.flush().delivered());
    }

    @Test
    void hit_of_a_dead_process_is_found_in_its_claim_and_sent() {
        KeptHit lost = post.event("lost", "key");
        post.track(post.event("other", null));
        post.abandon(lost);
        FlushSummary summary = post.flush();
        assertEquals(1, summary.delivered());
        assertEquals(0, summary.possiblyDoubled());
        assertEquals(1, matomo.countOf("e_n", "lost"));
        assertTrue(post.records.abandoned(10).isEmpty());
    }

    @Test
    void hit_that_a_dead_process_delivered_is_not_sent_again() {
        KeptHit hit = post.event("a", "key");
        post.abandon(hit);
        post.api.send(hit.query(), false);
        FlushSummary summary = post.flush();
        assertEquals(1, summary.delivered());
        assertEquals(1, matomo.countOf("e_n", "a"));
        assertNotNull(post.records.find(List.of("key")).get(0));
    }

    @Test
    void lost_answer_with_the_log_away_waits_in_the_queue_and_is_found_later() {
        Predicate<MatomoRequest> log = request -> !request.isTracking();
        matomo.failWhen(log, Faults.status(503));
        matomo.failNext(3, Faults.status(503));
        matomo.failNext(1, Faults.storeThenCut());
        DeliveryResult result = post.track(post.event("a", "key"));
        assertEquals(Outcome.QUEUED, result.outcome());
        assertFalse(result.possiblyDoubled());
        assertTrue(result.hit().mayHaveArrived());
        assertEquals(1, matomo.countOf("e_n", "a"));

        matomo.heal();
        FlushSummary summary = post.flush();
        assertEquals(1, summary.delivered());
        assertEquals(0, summary.possiblyDoubled());
        assertEquals(1, matomo.countOf("e_n", "a"), "the first one was stored at its arrival, not at its cdt");
        assertTrue(post.warnings.isEmpty());
    }

    @Test
    void two_like_hits_of_one_page_view_are_not_taken_for_each_other() {
        String like = "idsite=1&_id=0123456789abcdef&e_c=c&e_a=a&ca=1&pv_id=abcdef";
        long earlier = post.clock.instant().getEpochSecond() - 60;
        post.track(post.hit(like + "&cdt=" + earlier, "first"));
        post.abandon(Dated.dated(post.hit(like, "second")));
        FlushSummary summary = post.flush();
        assertEquals(1, summary.delivered());
        assertEquals(2, matomo.countOf("pv_id", "abcdef"));
        assertTrue(post.warnings.get(0).contains("'second'"), "it may have been there, and that was not said");
    }

    @Test
    void hit_that_may_still_be_on_its_way_is_left_for_later_in_passing() {
        post.settling = Duration.ofMinutes(1);
        post.abandon(post.event("a", "key"));
        FlushSummary summary = post.inPassing().flush(Instant.MAX, false);
        assertEquals(0, summary.delivered());
        assertTrue(matomo.hits().isEmpty());
        assertInstanceOf(
                Claim.Held.class,
                post.records
                        .claim(List.of(post.event("a", "key")), Duration.ofSeconds(1))
                        .get(0),
                "the claim is all that is left of it");
    }

    @Test
    void queued_hit_whose_deliverer_died_is_not_sent_again_while_the_log_is_away() {
        KeptHit hit = post.event("a", "key");
        post.queue.add(List.of(hit));
        post.abandon(hit);
        post.api.send(hit.query(), false);
        matomo.failWhen(request -> !request.isTracking(), Faults.status(503));
        assertNotNull(post.flush().failure());
        assertEquals(0, post.flush().delivered());
        assertEquals(1, matomo.countOf("e_n", "a"));
        assertEquals(1, post.waiting().size());
    }

    @Test
    void hit_of_a_dead_process_that_matomo_refuses_becomes_a_dead_letter() {
        post.abandon(post.event("bad", "key"));
        matomo.refuseHits(hit -> true);
        FlushSummary summary = post.flush();
        assertEquals(1, summary.refused());
        assertEquals(1, post.dead().size());
        assertEquals(0, summary.left());
    }

    @Test
    void hit_of_a_dead_process_counts_for_the_moment_it_happened() {
        KeptHit hit = post.event("a", "key");
        post.abandon(hit);
        post.flush();
        assertEquals("" + hit.happenedAt() / 1000, matomo.hits().get(0).get("cdt"));
    }

    @Test
    void other_hit_under_the_same_abandoned_key_is_kept() {
        KeptHit other = post.event("other", "key");
        post.abandon(other);
        assertThrows(AbandonedHitException.class, () -> post.track(post.event("mine", "key")));
        assertEquals(1, post.waiting().size());
        assertEquals(1, post.flush().delivered());
        assertEquals(1, matomo.countOf("e_n", "other"));
        assertEquals(0, matomo.countOf("e_n", "mine"));
    }

    @Test
    void queued_hit_whose_key_was_delivered_meanwhile_is_a_duplicate() {
        post.track(post.event("a", "key"));
        post.queue.add(List.of(post.event("a", "key")));
        FlushSummary summary = post.flush();
        assertEquals(1, summary.duplicate());
        assertEquals(0, summary.left());
        assertEquals(1, matomo.countOf("e_n", "a"));
    }
}
