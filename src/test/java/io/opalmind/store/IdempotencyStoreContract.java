package io.opalmind.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every form of the store of claims and records promises. Public for the forms in other packages. */
public abstract class IdempotencyStoreContract {
    /** Of the records of every store that {@link #open} opens. */
    protected static final Duration RECORD_LIFE = Duration.ofHours(1);

    private static final Duration LEASE = Duration.ofSeconds(60);

    private final List<IdempotencyStore> opened = new ArrayList<>();
    private IdempotencyStore store;
    private IdempotencyStore other;

    /** A store of its own on what this test put there, as another process would open it. */
    protected abstract IdempotencyStore open() throws Exception;

    /** Lets that time go by, for leases and for records. */
    protected abstract void pass(Duration time) throws Exception;

    @BeforeEach
    void openStores() throws Exception {
        store = another();
        other = another();
    }

    private IdempotencyStore another() throws Exception {
        IdempotencyStore one = open();
        opened.add(one);
        return one;
    }

    @AfterEach
    void closeStores() {
        opened.forEach(IdempotencyStore::close);
    }

    protected static KeptHit hit(String key) {
        return new KeptHit(
                key, "00112233aabbccdd", "1:visitor ä", "idsite=1&rec=1&url=ü%20", 1_795_532_536_520L, false, 0, null);
    }

    protected static HitRecord record(String key) {
        return new HitRecord(key, true, 204, "", 1, 1_795_532_536_520L, "00112233aabbccdd");
    }

    protected static Claim claim(IdempotencyStore store, String key) {
        return store.claim(List.of(hit(key)), LEASE).get(0);
    }

    protected static void assertGranted(Claim claim) {
        assertEquals(new Claim.Granted(null), claim);
    }

    @Test
    void key_that_nobody_claimed_is_granted() {
        assertGranted(claim(store, "key"));
    }

    @Test
    void key_under_way_is_held_for_others_and_for_oneself() {
        KeptHit first = hit("key").withQuery("idsite=1&rec=1&url=first");
        store.claim(List.of(first), LEASE);
        for (IdempotencyStore asking : List.of(other, store)) {
            Claim.Held held = assertInstanceOf(Claim.Held.class, claim(asking, "key"));
            assertEquals(first, held.hit());
            assertTrue(
                    held.left().compareTo(LEASE) <= 0 && held.left().compareTo(LEASE.dividedBy(2)) > 0,
                    () -> "" + held.left());
            assertFalse(held.owner().isEmpty());
        }
    }

    @Test
    void delivered_key_is_completed_for_everyone() {
        claim(store, "key");
        store.complete(List.of(record("key")));
        assertEquals(new Claim.Completed(record("key")), claim(other, "key"));
        assertEquals(new Claim.Completed(record("key")), claim(store, "key"));
        assertEquals(Collections.singletonList(record("key")), other.find(List.of("key")));
        assertEquals(List.of(), other.abandoned(10));
    }

    @Test
    void released_key_is_granted_anew() {
        claim(store, "key");
        store.release(List.of("key"));
        assertGranted(claim(other, "key"));
    }

    @Test
    void key_whose_lease_is_over_is_taken_over_with_its_hit() throws Exception {
        KeptHit first = hit("key").withQuery("idsite=1&rec=1&url=first").after(2, true, "no answer");
        store.claim(List.of(first), LEASE);
        pass(LEASE);
        assertEquals(new Claim.Granted(first), claim(other, "key"));
        assertInstanceOf(Claim.Held.class, claim(store, "key"));
    }

    @Test
    void renewed_lease_counts_from_its_renewal() throws Exception {
        claim(store, "key");
        pass(LEASE.minusSeconds(10));
        assertTrue(store.renew(List.of("key"), LEASE));
        pass(LEASE.minusSeconds(10));
        assertInstanceOf(Claim.Held.class, claim(other, "key"));
        assertEquals(List.of(), other.abandoned(10));
        pass(Duration.ofSeconds(10));
        assertEquals(new Claim.Granted(hit("key")), claim(other, "key"));
    }

    @Test
    void lease_that_is_over_can_be_renewed_while_nobody_has_taken_over() throws Exception {
        claim(store, "key");
        pass(LEASE.plusSeconds(1));
        assertTrue(store.renew(List.of("key"), LEASE));
        assertInstanceOf(Claim.Held.class, claim(other, "key"));
    }

    @Test
    void claim_that_was_taken_over_cannot_be_renewed() throws Exception {
        store.claim(List.of(hit("key"), hit("second")), LEASE);
        pass(LEASE);
        claim(other, "key");
        pass(LEASE.minusSeconds(10));
        assertFalse(store.renew(List.of("key"), LEASE));
        assertFalse(store.renew(List.of("second", "key"), LEASE));
        assertTrue(other.renew(List.of("key"), LEASE));
        assertTrue(store.renew(List.of("second"), LEASE));
        assertFalse(other.renew(List.of("never claimed"), LEASE));
        assertTrue(other.renew(List.of(), LEASE));
    }

    @Test
    void claim_of_another_cannot_be_released() {
        claim(store, "key");
        other.release(List.of("key", "never claimed"));
        assertInstanceOf(Claim.Held.class, claim(other, "key"));
        assertTrue(store.renew(List.of("key"), LEASE));
    }

    @Test
    void claim_that_was_taken_over_is_not_ended_by_a_late_release() throws Exception {
        claim(store, "key");
        pass(LEASE);
        claim(other, "key");
        store.release(List.of("key"));
        assertInstanceOf(Claim.Held.class, claim(store, "key"));
        assertTrue(other.renew(List.of("key"), LEASE));
    }

    @Test
    void delivered_is_delivered_though_the_claim_was_taken_over() throws Exception {
        claim(store, "key");
        pass(LEASE);
        claim(other, "key");
        store.complete(List.of(record("key")));
        assertEquals(Collections.singletonList(record("key")), store.find(List.of("key")));
        assertTrue(other.renew(List.of("key"), LEASE), "the other's claim is let alone");
        assertEquals(new Claim.Completed(record("key")), claim(store, "key"));
        pass(LEASE);
        assertEquals(List.of(), store.abandoned(10), "its hit has arrived");
    }

    @Test
    void record_needs_no_claim_and_replaces_what_was_there() {
        HitRecord later = new HitRecord("key", false, 400, "ä\n\"", 4, 1_795_532_536_999L, null);
        store.complete(List.of(record("key")));
        store.complete(List.of(later));
        assertEquals(Collections.singletonList(later), other.find(List.of("key")));
    }

    @Test
    void record_is_there_for_its_life_and_no_longer() throws Exception {
        store.complete(List.of(record("key")));
        pass(RECORD_LIFE.minusSeconds(10));
        assertEquals(new Claim.Completed(record("key")), claim(other, "key"));
        pass(Duration.ofSeconds(10));
        assertNull(other.find(List.of("key")).get(0));
        assertGranted(claim(other, "key"));
    }

    @Test
    void hits_that_nobody_works_on_any_more_come_oldest_first() throws Exception {
        for (int i = 0; i < 5; i++) {
            store.claim(List.of(hit("key " + i)), LEASE);
            pass(Duration.ofSeconds(1));
        }
        claim(other, "key 1");
        assertEquals(List.of(), other.abandoned(10), "all are under way");
        pass(LEASE);
        claim(other, "under way");
        List<KeptHit> all = List.of(hit("key 0"), hit("key 1"), hit("key 2"), hit("key 3"), hit("key 4"));
        assertEquals(all, other.abandoned(10));
        assertEquals(all.subList(0, 2), other.abandoned(2));
        assertEquals(List.of(), other.abandoned(0));
        assertEquals(all, store.abandoned(10), "they stay");
    }

    @Test
    void hits_that_were_claimed_at_once_come_in_the_order_of_their_list() throws Exception {
        List<KeptHit> hits = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            hits.add(hit("key " + i));
        }
        store.claim(hits, LEASE);
        pass(LEASE);
        assertEquals(hits, other.abandoned(1000));
        assertEquals(hits.subList(0, 120), other.abandoned(120));
    }

    @Test
    void hit_that_was_abandoned_goes_when_it_is_claimed_and_ended() throws Exception {
        store.claim(List.of(hit("1"), hit("2"), hit("3")), LEASE);
        pass(LEASE);
        assertEquals(3, other.abandoned(10).size());
        assertEquals(new Claim.Granted(hit("1")), claim(other, "1"));
        assertEquals(new Claim.Granted(hit("2")), claim(other, "2"));
        assertEquals(List.of(hit("3")), other.abandoned(10));
        other.complete(List.of(record("1")));
        other.release(List.of("2"));
        pass(LEASE);
        assertEquals(List.of(hit("3")), other.abandoned(10));
        assertGranted(claim(store, "2"));
    }

    @Test
    void each_key_of_a_list_has_its_own_outcome() throws Exception {
        store.complete(List.of(record("delivered")));
        claim(store, "abandoned");
        pass(LEASE);
        claim(store, "under way");
        List<Claim> claims = other.claim(
                List.of(hit("new"), hit("under way"), hit("delivered"), hit("abandoned"), hit("newer")), LEASE);
        assertGranted(claims.get(0));
        assertInstanceOf(Claim.Held.class, claims.get(1));
        assertEquals(new Claim.Completed(record("delivered")), claims.get(2));
        assertEquals(new Claim.Granted(hit("abandoned")), claims.get(3));
        assertGranted(claims.get(4));
        assertEquals(List.of(), other.claim(List.of(), LEASE));
    }

    @Test
    void hundreds_of_keys_go_at_once() {
        List<KeptHit> hits = new ArrayList<>();
        List<HitRecord> records = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            keys.add("key " + i);
            hits.add(hit("key " + i).withQuery("rec=1&url=" + "x".repeat(4000)));
            records.add(record("key " + i));
        }
        store.claim(hits, LEASE).forEach(IdempotencyStoreContract::assertGranted);
        assertTrue(store.renew(keys, LEASE));
        for (Claim claim : other.claim(hits, LEASE)) {
            assertInstanceOf(Claim.Held.class, claim);
        }
        store.complete(records.subList(0, 300));
        store.release(keys.subList(300, 450));
        List<HitRecord> found = other.find(keys);
        assertEquals(records.subList(0, 300), found.subList(0, 300));
        assertEquals(Collections.nCopies(150, null), found.subList(300, 450));
        List<Claim> again = other.claim(hits, LEASE);
        assertEquals(new Claim.Completed(records.get(299)), again.get(299));
        assertGranted(again.get(300));
    }

    @Test
    void keys_are_told_apart_whatever_they_hold() {
        List<String> keys = List.of(
                "",
                "a",
                "A",
                "a ",
                " a",
                "a\n",
                "a\nb",
                "a\r\n",
                "../../x",
                "/etc/passwd",
                "..",
                ".",
                "ä",
                "a\u0308",
                "😀",
                "a\u0000b",
                "{\"a\":\"\\\"\"}",
                "{a}",
                "*",
                "8yn0iYCKYHlIj4-BwPqk",
                "GReLUrM4wMqfg9yzV3KQ",
                "a".repeat(4000),
                "a".repeat(4001));
        for (String key : keys) {
            assertGranted(claim(store, key));
        }
        for (String key : keys) {
            assertEquals(
                    hit(key),
                    assertInstanceOf(Claim.Held.class, claim(other, key)).hit());
            store.complete(List.of(record(key)));
        }
        for (String key : keys) {
            assertEquals(record(key), other.find(List.of(key)).get(0));
            assertEquals(new Claim.Completed(record(key)), claim(other, key));
        }
    }

    @Test
    void of_many_at_once_one_is_granted() throws Exception {
        for (int round = 0; round < 10; round++) {
            String key = "key " + round;
            assertEquals(1, grants(key, null));
            pass(LEASE);
            assertEquals(1, grants(key, hit(key)), "of those who take over");
        }
    }

    /** By how many of 16 threads with stores of their own that key is got. */
    private long grants(String key, KeptHit previous) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Claim>> tasks = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                IdempotencyStore one = another();
                tasks.add(() -> claim(one, key));
            }
            long granted = 0;
            for (Future<Claim> claim : threads.invokeAll(tasks)) {
                granted += claim.get().equals(new Claim.Granted(previous)) ? 1 : 0;
            }
            return granted;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void lease_of_zero_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> store.claim(List.of(hit("key")), Duration.ZERO));
        assertGranted(claim(other, "key"));
        assertThrows(IllegalArgumentException.class, () -> other.renew(List.of("key"), Duration.ZERO));
    }
}
