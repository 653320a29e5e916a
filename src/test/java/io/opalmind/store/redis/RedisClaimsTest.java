package io.opalmind.store.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.store.Claim;
import io.opalmind.store.HitRecord;
import io.opalmind.store.IdempotencyStore;
import io.opalmind.store.KeptHit;
import io.opalmind.testing.redis.AclRedis;
import io.opalmind.testing.redis.ClusterRedis;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Claims where Redis is a cluster, or its user may not do everything. */
@ExtendWith(RedisExtension.class)
class RedisClaimsTest {
    private static final String PREFIX = "opalmind:idempotency:";
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration LIFE = Duration.ofHours(1);

    private static IdempotencyStore store(RedisLink link) {
        return new RedisIdempotencyStore(link, PREFIX, "00aa11bb22cc", LIFE);
    }

    private static KeptHit hit(String key) {
        return new KeptHit(key, "00112233aabbccdd", "1:visitor", "idsite=1&rec=1", 1_795_532_536_520L, false, 0, null);
    }

    private static HitRecord record(String key) {
        return new HitRecord(key, true, 204, "", 1, 1_795_532_536_520L, null);
    }

    @Test
    void claims_and_records_of_a_cluster_lie_on_many_masters(ClusterRedis redis) {
        try (RedisLink link = RedisLink.open(Links.settings(Links.patient(redis.settings())));
                RedisLink another = RedisLink.open(Links.settings(Links.patient(redis.settings())))) {
            IdempotencyStore store = store(link);
            IdempotencyStore other = store(another);
            List<KeptHit> hits = new ArrayList<>();
            List<HitRecord> records = new ArrayList<>();
            List<String> keys = new ArrayList<>();
            for (int i = 0; i < 150; i++) {
                keys.add("key " + i);
                hits.add(hit("key " + i));
                records.add(record("key " + i));
            }
            for (Claim claim : store.claim(hits, LEASE)) {
                assertEquals(new Claim.Granted(null), claim);
            }
            assertInstanceOf(Claim.Held.class, other.claim(hits, LEASE).get(149));
            assertTrue(store.renew(keys, LEASE));
            store.complete(records.subList(0, 100));
            store.release(keys.subList(100, 120));
            assertEquals(records.subList(0, 100), other.find(keys).subList(0, 100));
            assertEquals(
                    new Claim.Completed(records.get(0)),
                    other.claim(hits.subList(0, 1), LEASE).get(0));
            passLease(redis, keys);
            assertEquals(hits.subList(120, 150).size(), other.abandoned(1000).size());
            assertEquals(
                    new Claim.Granted(hits.get(120)),
                    other.claim(hits.subList(120, 121), LEASE).get(0));
            other.complete(List.of(records.get(120)));
            other.release(keys);
            assertEquals(29, other.abandoned(1000).size());
        }
        for (RedisServer master : redis.masters()) {
            assertTrue(master.keys().size() > 10);
        }
    }

    private static void passLease(ClusterRedis redis, List<String> keys) {
        for (String key : keys) {
            String claim = "opalmind:claim:" + PREFIX + key;
            redis.ownerOf(claim).command("PEXPIRE", claim, Long.toString(LIFE.toMillis()));
        }
    }

    @Test
    void user_who_may_run_no_scripts_is_told(AclRedis redis) {
        redis.server().command("ACL", "SETUSER", "unscripted", "on", ">secret", "~*", "&*", "+@all", "-eval");
        Map<String, String> settings = Links.with(redis.server().settings(), "REDIS_USERNAME", "unscripted");
        RedisSettings unscripted = Links.settings(Links.with(settings, "REDIS_PASSWORD", "secret"));
        try (RedisLink link = RedisLink.open(unscripted)) {
            IdempotencyStore store = store(link);
            assertEquals(
                    new Claim.Granted(null),
                    store.claim(List.of(hit("key")), LEASE).get(0));
            String message = Refusals.of(unscripted, () -> store.complete(List.of(record("key"))));
            assertTrue(message.startsWith("its user lacks rights (NOPERM"), message);
            assertTrue(message.contains("eval"), message);
            assertEquals(record("key"), store.find(List.of("key")).get(0), "what arrived is recorded");
        } finally {
            redis.server().command("ACL", "DELUSER", "unscripted");
        }
    }

    @Test
    void user_who_may_only_read_is_told(AclRedis redis) {
        RedisSettings reader = Links.settings(redis.settings(AclRedis.READER));
        try (RedisLink link = RedisLink.open(reader)) {
            IdempotencyStore store = store(link);
            String message = Refusals.of(reader, () -> store.claim(List.of(hit("key")), LEASE));
            assertTrue(message.startsWith("its user lacks rights (NOPERM"), message);
        }
    }
}
