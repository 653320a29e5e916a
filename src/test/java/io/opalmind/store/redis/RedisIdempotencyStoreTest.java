package io.opalmind.store.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opalmind.store.Claim;
import io.opalmind.store.HitRecord;
import io.opalmind.store.IdempotencyStore;
import io.opalmind.store.IdempotencyStoreContract;
import io.opalmind.store.KeptHit;
import io.opalmind.store.MovableClock;
import io.opalmind.store.StoreException;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class RedisIdempotencyStoreTest extends IdempotencyStoreContract {
    private static final String PREFIX = "opalmind:idempotency:";
    private static final String INDEX = "opalmind:claims:opalmind:idempotency:00aa11bb22cc";
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final RedisServer server;
    private final List<RedisLink> links = new ArrayList<>();

    RedisIdempotencyStoreTest(RedisServer server) {
        this.server = server;
    }

    @Override
    protected IdempotencyStore open() {
        return new RedisIdempotencyStore(link(), PREFIX, "00aa11bb22cc", RECORD_LIFE);
    }

    private RedisLink link() {
        RedisLink link = RedisLink.open(Links.settings(Links.patient(server.settings())));
        links.add(link);
        return link;
    }

    @AfterEach
    void closeLinks() {
        links.forEach(RedisLink::close);
    }

    /** Redis' own clock decides, so it is told that less is left. */
    @Override
    protected void pass(Duration time) {
        for (String key : server.keys()) {
            long left = Long.parseLong(server.command("PTTL", key).get(0));
            if (left >= 0) {
                server.command("PEXPIRE", key, Long.toString(left - time.toMillis()));
            }
        }
    }

    @Test
    void keys_stand_where_other_tools_expect_them() throws Exception {
        IdempotencyStore store = open();
        claim(store, "key");
        assertEquals(List.of("opalmind:claim:opalmind:idempotency:key", INDEX), server.keys());
        long left = server.ttl("opalmind:claim:opalmind:idempotency:key");
        assertTrue(left > 2_592_000 && left <= 2_592_060, left + " s: its lease, and 30 days");
        JsonNode claim = new ObjectMapper().readTree(server.get("opalmind:claim:opalmind:idempotency:key"));
        assertEquals("key", claim.get("hit").get("key").textValue());
        store.complete(List.of(record("key")));
        assertEquals(List.of(PREFIX + "key"), server.keys());
        assertEquals(Text.of(record("key").toJson()), server.get(PREFIX + "key"));
        long life = server.ttl(PREFIX + "key");
        assertTrue(life > 3590 && life <= 3600, life + " s");
        claim(store, "key");
        assertEquals(List.of(PREFIX + "key"), server.keys(), "the attempt leaves nothing");
    }

    @Test
    void sdk_records_are_read_and_ours_are_the_same_bytes() throws Exception {
        int seen = 0;
        try (InputStream file = getClass().getResourceAsStream("/opalmind-ts-redis/redis-keys.json")) {
            for (JsonNode entry : new ObjectMapper().readTree(file)) {
                String name = entry.get("key").textValue();
                if (name.startsWith(PREFIX)) {
                    interchange(
                            name.substring(PREFIX.length()), entry.get("value").textValue());
                    seen++;
                }
            }
        }
        assertEquals(4, seen);
    }

    private void interchange(String key, String sdks) {
        server.set(PREFIX + key, sdks);
        IdempotencyStore store = open();
        HitRecord record =
                assertInstanceOf(Claim.Completed.class, claim(store, key)).record();
        assertEquals(key, record.key());
        assertEquals(204, record.status());
        server.flush();
        store.complete(List.of(record));
        assertEquals(sdks, server.get(PREFIX + key));
    }

    @Test
    void something_else_in_a_records_place_is_no_record() {
        IdempotencyStore store = open();
        server.command("RPUSH", PREFIX + "list", "x");
        server.set(PREFIX + "damaged", "{\"key\":");
        server.set(PREFIX + "foreign", "[]");
        List<String> keys = List.of("list", "damaged", "foreign");
        assertEquals(Collections.nCopies(3, null), store.find(keys));
        for (String key : keys) {
            assertGranted(claim(store, key));
            store.complete(List.of(record(key)));
            assertEquals(Collections.singletonList(record(key)), store.find(List.of(key)));
        }
    }

    @Test
    void damaged_claim_is_nobodys() {
        server.command("SET", "opalmind:claim:" + PREFIX + "key", "{\"owner\":\"x\"", "PX", "99999999");
        IdempotencyStore store = open();
        assertEquals(List.of(), store.abandoned(10));
        assertGranted(claim(store, "key"));
        assertTrue(store.renew(List.of("key"), LEASE));
    }

    @Test
    void claim_and_completion_cost_one_round_trip_each() {
        IdempotencyStore store = open();
        claim(store, "warm");
        long start = reads();
        long before = reads();
        claim(store, "key");
        long claimed = reads();
        store.complete(List.of(record("key")));
        long completed = reads();
        long ofTheTestItself = before - start;
        assertEquals(1, claimed - before - ofTheTestItself);
        assertEquals(1, completed - claimed - ofTheTestItself);
    }

    /** How often the server found bytes to read. */
    private long reads() {
        String reads = server.info("total_reads_processed");
        return Long.parseLong(String.valueOf(reads));
    }

    @Test
    void claims_that_redis_lost_are_not_said_to_be_ours() {
        IdempotencyStore store = open();
        claim(store, "key");
        server.flush();
        assertFalse(store.renew(List.of("key"), LEASE));
        assertGranted(claim(open(), "key"));
        store.release(List.of("key"));
        assertFalse(store.renew(List.of("key"), LEASE));
        assertInstanceOf(Claim.Held.class, claim(store, "key"));
    }

    @Test
    void redis_that_went_down_is_said_and_what_it_lost_is_claimed_anew() {
        IdempotencyStore store = open();
        claim(store, "key");
        server.restart();
        assertThrows(StoreException.class, () -> store.renew(List.of("key"), LEASE));
        assertThrows(StoreException.class, () -> store.complete(List.of(record("key"))));
        IdempotencyStore next = open();
        assertFalse(next.renew(List.of("key"), LEASE));
        assertGranted(claim(next, "key"));
    }

    @Test
    void failed_record_leaves_the_claim() {
        IdempotencyStore store = open();
        KeptHit hit = hit("key");
        claim(store, "key");
        server.configSet("maxmemory", "1");
        StoreException full = assertThrows(StoreException.class, () -> store.complete(List.of(record("key"))));
        assertTrue(full.getMessage().startsWith("it is out of memory"), full.getMessage());
        assertThrows(StoreException.class, () -> claim(store, "another"));
        server.configSet("maxmemory", "0");
        pass(LEASE);
        assertEquals(List.of(hit), open().abandoned(10));
        assertEquals(new Claim.Granted(hit), claim(open(), "key"));
    }

    @Test
    void list_that_fails_half_way_gives_back_what_was_granted() {
        server.command("RPUSH", "opalmind:claim:" + PREFIX + "bad", "x");
        IdempotencyStore store = open();
        List<KeptHit> hits = Arrays.asList(hit("good"), hit("bad"), hit("better"));
        assertThrows(StoreException.class, () -> store.claim(hits, LEASE));
        assertGranted(claim(open(), "good"));
        assertGranted(claim(open(), "better"));
    }

    @Test
    void entries_without_a_claim_leave_the_index_once_they_are_old() {
        MovableClock clock = new MovableClock("2026-11-24T20:00:00Z");
        IdempotencyStore store = new RedisIdempotencyStore(link(), PREFIX, "00aa11bb22cc", RECORD_LIFE, clock);
        for (int i = 0; i < 250; i++) {
            claim(store, "gone " + i);
        }
        server.keys().stream()
                .filter(key -> key.startsWith("opalmind:claim:"))
                .forEach(key -> server.command("DEL", key));
        clock.move(Duration.ofMinutes(59));
        claim(store, "young");
        assertEquals(List.of(), store.abandoned(10));
        assertEquals(List.of("251"), server.command("ZCARD", INDEX), "a claim may be about to be made");
        clock.move(Duration.ofMinutes(2));
        assertEquals(List.of(), store.abandoned(10));
        assertEquals(List.of("young"), server.command("ZRANGE", INDEX, "0", "-1"));
    }

    @Test
    void attempt_that_is_not_granted_leaves_the_index_as_it_was() {
        IdempotencyStore store = open();
        claim(store, "key");
        List<String> before = server.command("ZRANGE", INDEX, "0", "-1", "WITHSCORES");
        claim(open(), "key");
        assertEquals(before, server.command("ZRANGE", INDEX, "0", "-1", "WITHSCORES"));
        store.release(List.of("key"));
        assertEquals(List.of(), server.keys());
    }

    @Test
    void claim_in_the_index_alone_is_still_granted() {
        server.command("ZADD", INDEX, "1", "key");
        IdempotencyStore store = open();
        assertGranted(claim(store, "key"));
        store.release(List.of("key"));
        assertEquals(List.of(), server.keys());
    }

    @Test
    void other_life_of_records_on_another_host_does_not_shorten_a_lease() {
        RedisIdempotencyStore shortLived =
                new RedisIdempotencyStore(link(), PREFIX, "00aa11bb22cc", Duration.ofMinutes(1));
        claim(shortLived, "key");
        assertInstanceOf(Claim.Held.class, claim(open(), "key"));
        pass(LEASE);
        assertEquals(new Claim.Granted(hit("key")), claim(open(), "key"));
    }
}
