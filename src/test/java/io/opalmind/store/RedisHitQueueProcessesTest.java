package io.opalmind.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.store.redis.RedisHitQueue;
import io.opalmind.store.redis.RedisLink;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Processes of one host, as different from each other to Redis as those of several. */
@ExtendWith(RedisExtension.class)
class RedisHitQueueProcessesTest extends HitQueueProcessesContract {
    private final RedisServer server;
    private final RedisLink link;

    RedisHitQueueProcessesTest(RedisServer server) {
        this.server = server;
        this.link = QueuePlace.link(server.port());
    }

    @AfterEach
    void closeLink() {
        link.close();
    }

    @Override
    String place() {
        return "redis:" + server.port();
    }

    @Override
    HitQueue queue() {
        return new RedisHitQueue(link, "0123456789ab", Clock.systemUTC());
    }

    @Override
    void afterKill() {
        await(QueueWorker.LEASE.plusMillis(100));
    }

    @Test
    void shard_of_a_killed_process_stays_taken_until_its_lease_has_run_out() throws Exception {
        queue().add(Hits.hits(QueueWorker.visitor(), 0, 3));
        ChildJvm child = start("hold", place(), 3);
        child.says(1);
        child.kill();
        assertNull(queue().take(3, QueueWorker.LEASE, false));
    }

    @Test
    void process_that_was_held_up_for_longer_than_its_lease_ends_nothing() throws Exception {
        queue().add(Hits.hits(QueueWorker.visitor(), 0, 3));
        ChildJvm child = start("end-late", place(), 3);
        child.says(1);
        child.freeze();
        afterKill();
        try (HitQueue.Shard shard = queue().take(3, QueueWorker.LEASE.multipliedBy(30), false)) {
            assertNotNull(shard);
            assertEquals(3, shard.next(5).size());
            child.thaw();
            child.exits(0);
            List<String> said = child.said().lines().toList();
            assertEquals(4, said.size());
            for (String refusal : said.subList(1, 4)) {
                assertTrue(refusal.contains("no longer ours"), refusal);
            }
            assertEquals(Hits.hits(QueueWorker.visitor(), 0, 3), shard.next(5));
            assertEquals(0, queue().summary().dead());
            shard.delivered(Hits.hits(QueueWorker.visitor(), 0, 3));
        }
        assertEquals(0, queue().waiting(3));
    }
}
