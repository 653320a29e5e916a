package io.opalmind.matomo.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.matomo.track.DeliveryPolicy.OnUnknown;
import io.opalmind.store.Claim;
import io.opalmind.store.HitRecord;
import io.opalmind.store.KeptHit;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.Faults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryTest {
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
    void hit_is_sent_and_recorded() {
        DeliveryResult result = post.delivery(OnUnknown.VERIFY).deliver(post.event("a", "key"));
        assertEquals(Outcome.DELIVERED, result.outcome());
        assertEquals(204, result.status());
        HitRecord record = post.records.find(List.of("key")).get(0);
        assertNotNull(record);
        assertEquals(1, record.attempts());
        assertEquals(result.hit().fingerprint(), record.fingerprint());
        assertEquals(1, matomo.countOf("e_n", "a"));
        assertTrue(post.records.abandoned(10).isEmpty());
    }

    @Test
    void same_key_is_a_duplicate_with_the_first_ones_answer() {
        Delivery delivery = post.delivery(OnUnknown.VERIFY);
        delivery.deliver(post.event("a", "key"));
        DeliveryResult again = delivery.deliver(post.event("a", "key"));
        assertEquals(Outcome.DUPLICATE, again.outcome());
        assertEquals(204, again.status());
        assertEquals(1, matomo.hits().size());
    }

    @Test
    void same_key_for_another_hit_is_an_error() {
        Delivery delivery = post.delivery(OnUnknown.VERIFY);
        delivery.deliver(post.event("a", "key"));
        assertThrows(KeyReusedException.class, () -> delivery.deliver(post.event("b", "key")));
        assertEquals(1, matomo.hits().size());
    }

    @Test
    void record_of_the_sdk_has_no_fingerprint_and_counts() {
        post.records.complete(List.of(new HitRecord("key", true, 204, "", 1, 1_795_532_536_520L, null)));
        assertEquals(
                Outcome.DUPLICATE,
                post.delivery(OnUnknown.VERIFY).deliver(post.event("a", "key")).outcome());
        assertEquals(0, matomo.hits().size());
    }

    @Test
    void held_key_is_waited_for_and_then_left() {
        KeptHit hit = post.event("a", "key");
        assertInstanceOf(
                Claim.Granted.class,
                post.records.claim(List.of(hit), Duration.ofSeconds(60)).get(0));
        DeliveryResult result = post.delivery(OnUnknown.VERIFY).deliver(hit);
        assertEquals(Outcome.HELD, result.outcome());
        assertEquals(0, matomo.hits().size());
    }

    @Test
    void passing_fault_is_tried_again() {
        matomo.failNext(2, Faults.status(503));
        DeliveryResult result = post.delivery(OnUnknown.VERIFY).deliver(post.event("a", null));
        assertEquals(Outcome.DELIVERED, result.outcome());
        assertEquals(3, result.hit().attempts());
        assertFalse(result.possiblyDoubled());
        assertEquals(1, matomo.countOf("e_n", "a"));
    }

    @Test
    void four_attempts_are_made_and_the_claim_stays_for_the_queue() {
        matomo.failAlways(Faults.status(503));
        DeliveryResult result = post.delivery(OnUnknown.VERIFY).deliver(post.event("a", "key"));
        assertEquals(Outcome.UNDELIVERED, result.outcome());
        assertEquals(4, result.hit().attempts());
        assertFalse(result.hit().mayHaveArrived());
        assertTrue(String.valueOf(result.hit().lastError()).contains("503"));
        assertInstanceOf(
                Claim.Held.class,
                post.records
                        .claim(List.of(post.event("a", "key")), Duration.ofSeconds(1))
                        .get(0));
    }

    @Test
    void refusal_is_final_and_frees_the_key() {
        matomo.refuseHits(hit -> true);
        DeliveryResult result = post.delivery(OnUnknown.VERIFY).deliver(post.event("a", "key"));
        assertEquals(Outcome.REJECTED, result.outcome());
        assertEquals(400, result.status());
        assertEquals(1, result.hit().attempts());
        assertInstanceOf(
                Claim.Granted.class,
                post.records
                        .claim(List.of(post.event("b", "key")), Duration.ofSeconds(1))
                        .get(0));
    }

    @Test
    void stored_hit_whose_answer_was_lost_is_found_in_the_log() {
        matomo.failNext(1, Faults.storeThenCut());
        DeliveryResult result = post.delivery(OnUnknown.VERIFY).deliver(post.event("a", "key"));
        assertEquals(Outcome.DELIVERED, result.outcome());
        assertFalse(result.possiblyDoubled());
        assertNotNull(result.note());
        assertEquals(1, matomo.countOf("e_n", "a"));
        assertNotNull(post.records.find(List.of("key")).get(0));
    }

    @Test
    void hit_that_did_not_arrive_is_not_in_the_log_and_is_sent_again() {
        matomo.failNext(1, Faults.cutUnread());
        DeliveryResult result = post.delivery(OnUnknown.VERIFY).deliver(post.event("a", null));
        assertEquals(Outcome.DELIVERED, result.outcome());
        assertFalse(result.possiblyDoubled());
        assertEquals(1, matomo.countOf("e_n", "a"));
    }

    @Test
    void what_the_log_cannot_tell_is_sent_again_and_counted_as_possibly_doubled() {
        matomo.failNext(1, Faults.storeThenCut());
        KeptHit cart = post.hit("idsite=1&_id=0123456789abcdef&idgoal=0&revenue=10&url=https://example.com/", null);
        DeliveryResult result = post.delivery(OnUnknown.VERIFY).deliver(cart);
        assertEquals(Outcome.DELIVERED, result.outcome());
        assertTrue(result.possiblyDoubled());
        assertEquals(2, matomo.hits().size());
    }

    @Test
    void resend_does_not_ask() {
        matomo.failNext(1, Faults.storeThenCut());
        DeliveryResult result = post.delivery(OnUnknown.RESEND).deliver(post.event("a", null));
        assertEquals(Outcome.DELIVERED, result.outcome());
        assertTrue(result.possiblyDoubled());
        assertEquals(2, matomo.countOf("e_n", "a"));
    }

    @Test
    void skip_leaves_it_and_remembers_that() {
        matomo.failNext(1, Faults.storeThenCut());
        DeliveryResult result = post.delivery(OnUnknown.SKIP).deliver(post.event("a", "key"));
        assertEquals(Outcome.UNKNOWN, result.outcome());
        assertEquals(1, matomo.countOf("e_n", "a"));
        assertNull(post.records.find(List.of("key")).get(0));
    }

    @Test
    void matomos_refusal_of_a_repeated_order_says_that_the_first_one_arrived() {
        matomo.failNext(1, Faults.storeThenCut());
        KeptHit order = post.hit(
                "idsite=1&_id=0123456789abcdef&idgoal=0&ec_id=O1&revenue=10&url=https://example.com/", "order");
        DeliveryResult result = post.delivery(OnUnknown.VERIFY).deliver(order);
        assertEquals(Outcome.DELIVERED, result.outcome());
        assertFalse(result.possiblyDoubled());
        assertEquals(1, matomo.countOf("ec_id", "O1"));
        assertNotNull(post.records.find(List.of("order")).get(0));
    }

    @Test
    void order_that_was_refused_at_once_is_rejected() {
        KeptHit order = post.hit("idsite=1&_id=0123456789abcdef&idgoal=0&ec_id=O1&revenue=10", "one");
        Delivery delivery = post.delivery(OnUnknown.VERIFY);
        assertEquals(Outcome.DELIVERED, delivery.deliver(order).outcome());
        KeptHit other = post.hit("idsite=1&_id=0123456789abcdef&idgoal=0&ec_id=O1&revenue=11", "two");
        assertEquals(Outcome.REJECTED, delivery.deliver(other).outcome());
    }

    @Test
    void unknown_goal_and_time_that_the_token_may_not_set_are_refused_before_they_are_sent() {
        KeptHit goal = post.hit("idsite=1&_id=0123456789abcdef&idgoal=99&url=https://example.com/", null);
        DeliveryResult result = post.delivery(OnUnknown.VERIFY).deliver(goal);
        assertEquals(Outcome.REJECTED, result.outcome());
        assertTrue(String.valueOf(result.hit().lastError()).contains("1 Newsletter Signup"), result.toString());

        Post viewer = new Post(matomo, directory, FakeMatomo.VIEWER_TOKEN);
        KeptHit placed = viewer.hit("idsite=1&_id=0123456789abcdef&url=https://example.com/&cip=1.2.3.4", null);
        assertEquals(
                Outcome.REJECTED,
                viewer.delivery(OnUnknown.VERIFY).deliver(placed).outcome());
        assertTrue(matomo.hits().isEmpty());
        assertEquals(0, matomo.rejectedTokens());
    }

    @Test
    void token_goes_along_only_where_it_is_needed() {
        Delivery delivery = post.delivery(OnUnknown.VERIFY);
        delivery.deliver(post.event("plain", null));
        delivery.deliver(post.hit("idsite=1&_id=0123456789abcdef&url=https://example.com/&cip=1.2.3.4", null));
        assertNull(matomo.hits().get(0).token());
        assertEquals(FakeMatomo.ADMIN_TOKEN, matomo.hits().get(1).token());
    }

    @Test
    void abandoned_claim_with_another_hit_is_handed_back() {
        KeptHit other = post.event("other", "key");
        post.abandon(other);
        AbandonedHitException refusal = assertThrows(
                AbandonedHitException.class,
                () -> post.delivery(OnUnknown.VERIFY).deliver(post.event("mine", "key")));
        assertEquals(other.query(), refusal.other().query());
        assertTrue(refusal.other().mayHaveArrived());
    }
}
