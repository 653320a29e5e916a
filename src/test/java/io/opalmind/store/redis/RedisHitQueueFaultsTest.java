package io.opalmind.store.redis;

import static io.opalmind.store.Hits.hit;
import static io.opalmind.store.Hits.hits;
import static io.opalmind.store.Hits.keys;
import static io.opalmind.store.Hits.visitorOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.store.HitQueue;
import io.opalmind.store.HitQueue.Shard;
import io.opalmind.store.Hits;
import io.opalmind.store.KeptHit;
import io.opalmind.store.StoreException;
import io.opalmind.testing.redis.AclRedis;
import io.opalmind.testing.redis.ClusterRedis;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import io.opalmind.testing.redis.ReplicatedRedis;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;

/** A Redis that refuses, hangs or dies, foreign hands in its streams, and a cluster. */
@ExtendWith(RedisExtension.class)
class RedisHitQueueFaultsTest {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final String VISITOR = visitorOf(3);
    private static final String STREAM = "opalmind:queue:{0123456789ab:03}";

    private final List<RedisLink> links = new ArrayList<>();

    @AfterEach
    void closeLinks() {
        links.forEach(RedisLink::close);
    }

    private HitQueue open(Map<String, String> settings) {
        RedisLink link = RedisLink.open(Links.settings(settings));
        links.add(link);
        return new RedisHitQueue(link, "0123456789ab", Clock.systemUTC());
    }

    private static String refusal(Executable action) {
        return assertThrows(StoreException.class, action).getMessage();
    }

    private static Shard take(HitQueue queue, int number) {
        Shard shard = queue.take(number, LEASE, false);
        assertNotNull(shard);
        return shard;
    }

    @Test
    void out_of_memory_is_told_and_what_waits_can_go(RedisServer server) {
        HitQueue queue = open(server.settings());
        queue.add(hits(VISITOR, 0, 3));
        try (Shard shard = take(queue, 3)) {
            shard.next(1);
            server.configSet("maxmemory", "1");
            String said = refusal(() -> queue.add(hits(VISITOR, 3, 1)));
            assertTrue(said.startsWith("it is out of memory"), said);
            assertEquals(3, queue.waiting(3));
            shard.delivered(shard.next(3));
        }
        assertEquals(0, queue.waiting(3));
    }

    @Test
    void redis_that_refuses_writes_is_told(RedisServer server) {
        HitQueue queue = open(server.settings());
        server.configSet("min-replicas-to-write", "1");
        String said = refusal(() -> queue.add(hits(VISITOR, 0, 1)));
        assertTrue(said.startsWith("NOREPLICAS"), said);
    }

    @Test
    void read_only_replica_is_told(ReplicatedRedis redis) {
        HitQueue queue = open(redis.replica().settings());
        String said = refusal(() -> queue.add(hits(VISITOR, 0, 1)));
        assertTrue(said.startsWith("it is a read-only replica"), said);
        assertEquals(0, queue.waiting(3));
    }

    @Test
    void user_without_rights_is_told(AclRedis redis) {
        HitQueue queue = open(redis.settings(AclRedis.READER));
        assertTrue(refusal(() -> queue.add(hits(VISITOR, 0, 1))).startsWith("its user lacks rights (NOPERM"));
        assertTrue(refusal(() -> queue.take(3, LEASE, false)).startsWith("its user lacks rights (NOPERM"));
        assertEquals(0, queue.summary().pending());
    }

    @Test
    void redis_that_hangs_is_told_and_loses_nothing(RedisServer server) {
        HitQueue queue = open(server.settings());
        queue.add(hits(VISITOR, 0, 2));
        Shard shard = take(queue, 3);
        List<KeptHit> given = shard.next(2);
        server.stop();
        assertEquals("no answer within 2000 ms", refusal(() -> shard.delivered(given)));
        server.cont();
        shard.close();
        long waiting = open(server.settings()).waiting(3);
        assertTrue(waiting == 2 || waiting == 0, "what was sent before it hung may have been done: " + waiting);
    }

    @Test
    void killed_redis_is_told_and_a_new_one_begins_anew(RedisServer server) {
        HitQueue queue = open(server.settings());
        queue.add(hits(VISITOR, 0, 2));
        Shard shard = take(queue, 3);
        List<KeptHit> given = shard.next(2);
        server.kill();
        assertEquals("the connection was closed", refusal(() -> shard.delivered(given)));
        assertThrows(StoreException.class, () -> queue.add(hits(VISITOR, 2, 1)));
        shard.close();
        server.restart();
        HitQueue anew = open(server.settings());
        anew.add(hits(VISITOR, 5, 2));
        assertEquals(keys(hits(VISITOR, 5, 2)), keys(Hits.drain(anew, 3, 1)));
    }

    @Test
    void redis_that_forgot_everything_in_the_middle_ends_the_holding(RedisServer server) {
        HitQueue queue = open(server.settings());
        queue.add(hits(VISITOR, 0, 2));
        try (Shard shard = take(queue, 3)) {
            List<KeptHit> given = shard.next(2);
            server.flush();
            queue.add(hits(VISITOR, 7, 1));
            assertTrue(refusal(() -> shard.delivered(given)).contains("no longer ours"));
            assertTrue(refusal(() -> shard.next(1)).contains("no longer ours"));
        }
        assertEquals(keys(hits(VISITOR, 7, 1)), keys(Hits.drain(queue, 3, 1)));
    }

    @Test
    void group_that_was_destroyed_is_made_again(RedisServer server) {
        HitQueue queue = open(server.settings());
        queue.add(hits(VISITOR, 0, 3));
        try (Shard shard = take(queue, 3)) {
            shard.next(2);
            server.command("XGROUP", "DESTROY", STREAM, "opalmind");
            assertEquals(keys(hits(VISITOR, 0, 3)), keys(shard.next(9)));
        }
    }

    @Test
    void entries_that_are_no_hits_are_set_aside(RedisServer server) {
        HitQueue queue = open(server.settings());
        queue.add(hits(VISITOR, 0, 1));
        server.command("XADD", STREAM, "*", "hit", "{\"key\":");
        server.command("XADD", STREAM, "*", "foreign", "field", "and", "more");
        queue.add(hits(VISITOR, 1, 2));
        assertEquals(keys(hits(VISITOR, 0, 3)), keys(Hits.waiting(queue)));
        try (Shard shard = take(queue, 3)) {
            assertEquals(keys(hits(VISITOR, 0, 2)), keys(shard.next(2)));
            assertEquals(keys(hits(VISITOR, 0, 3)), keys(shard.next(9)));
        }
        assertEquals(3, queue.waiting(3));
        assertEquals("2", server.command("XLEN", STREAM + ":damaged").get(0));
        assertTrue(
                server.command("XRANGE", STREAM + ":damaged", "-", "+").containsAll(List.of("foreign", "{\"key\":")));
    }

    @Test
    void entry_that_someone_removed_while_it_was_in_hand_holds_up_nobody(RedisServer server) {
        HitQueue queue = open(server.settings());
        queue.add(hits(VISITOR, 0, 3));
        try (Shard shard = take(queue, 3)) {
            shard.next(2);
            String first =
                    server.command("XRANGE", STREAM, "-", "+", "COUNT", "1").get(0);
            server.command("XDEL", STREAM, first);
            assertEquals(keys(hits(VISITOR, 1, 2)), keys(shard.next(2)));
            shard.delivered(hits(VISITOR, 1, 2));
            assertEquals(List.of(), shard.next(2));
        }
        assertEquals("0", server.command("XPENDING", STREAM, "opalmind").get(0));
    }

    @Test
    void key_that_holds_something_else_is_told_and_left_as_it_is(RedisServer server) {
        server.set(STREAM, "something else");
        HitQueue queue = open(server.settings());
        assertTrue(refusal(() -> queue.add(hits(VISITOR, 0, 1))).startsWith("WRONGTYPE"));
        assertTrue(refusal(() -> queue.waiting(3)).startsWith("WRONGTYPE"));
        assertTrue(refusal(queue::summary).startsWith("WRONGTYPE"));
        assertEquals("something else", server.get(STREAM));
    }

    @Test
    void hit_that_was_refused_twice_because_of_a_kill_is_shown_and_revived_once(RedisServer server) {
        HitQueue queue = open(server.settings());
        String json = new String(hit(VISITOR, 0).toJson(), StandardCharsets.UTF_8);
        for (int i = 0; i < 2; i++) {
            server.command("XADD", "opalmind:queue:{0123456789ab:dead}", "*", "hit", json, "of", STREAM + "/1-1");
        }
        assertEquals(1, Hits.dead(queue).size());
        assertEquals(1, queue.reviveDead());
        assertEquals(1, queue.waiting(3));
        assertEquals(0, queue.summary().dead());
    }

    @Test
    void nothing_is_left_but_the_empty_streams(RedisServer server) {
        HitQueue queue = open(server.settings());
        queue.add(hits(VISITOR, 0, 2));
        try (Shard shard = take(queue, 3)) {
            shard.failed(shard.next(2).get(0), Instant.EPOCH);
            shard.delivered(shard.next(2));
        }
        assertEquals(List.of(STREAM), server.keys());
    }

    @Test
    void shards_are_spread_over_the_masters_of_a_cluster(ClusterRedis redis) {
        HitQueue queue = open(redis.settings());
        List<KeptHit> all = new ArrayList<>();
        for (int i = 0; i < 160; i++) {
            all.add(hit("visitor " + i % 40, i));
        }
        queue.add(all);
        assertEquals(160, queue.summary().pending());
        for (RedisServer master : redis.masters()) {
            assertTrue(!master.keys().isEmpty());
        }
        for (int number = 0; number < HitQueue.SHARDS; number++) {
            try (Shard shard = take(queue, number)) {
                List<KeptHit> next = shard.next(100);
                assertEquals(next.size(), queue.summary().inFlight());
                if (!next.isEmpty()) {
                    shard.failed(next.get(0).after(1, false, "503"), Instant.EPOCH);
                    shard.refused(next.get(0).after(2, false, "400"));
                    shard.delivered(next.subList(1, next.size()));
                }
            }
        }
        long dead = queue.summary().dead();
        assertEquals(0, queue.summary().pending());
        assertTrue(dead > 4, "dead: " + dead);
        assertEquals(dead, queue.reviveDead());
        assertEquals(dead, Hits.drain(queue).size());
    }
}
