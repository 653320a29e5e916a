package io.opalmind.store.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.testing.redis.ClusterRedis;
import io.opalmind.testing.redis.Ports;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import io.opalmind.testing.redis.ReplicatedRedis;
import io.opalmind.testing.redis.ScriptedRedis;
import io.opalmind.testing.redis.TlsRedis;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whatever Redis does, its client prints nothing, and leaves nothing running that would keep a JVM from its end. */
@ExtendWith(RedisExtension.class)
class RedisSilenceTest {
    private static final long END_MILLIS = 2000;

    @TempDir
    private Path directory;

    @Test
    void with_a_server_that_works(RedisServer redis) throws Exception {
        assertEquals("value", quiet(Links.patient(redis.settings())));
        assertEquals("value", quiet(Links.patient(redis.settings()), "warm"));
    }

    @Test
    void with_tls(TlsRedis redis) throws Exception {
        assertEquals("value", quiet(Links.patient(redis.settings())));
    }

    @Test
    void with_a_client_that_tls_refuses(TlsRedis redis) throws Exception {
        String said = quiet(Links.patient(Links.without(redis.settings(), "REDIS_CERT_FILE", "REDIS_KEY_FILE")));
        assertTrue(said.startsWith("TLS: "), said);
    }

    @Test
    void with_a_sentinel(ReplicatedRedis redis) throws Exception {
        assertEquals("value", quiet(Links.patient(redis.settings())));
        redis.sentinel().stop();
        assertEquals("no answer within 2000 ms", quiet(redis.settings()));
    }

    @Test
    void with_a_cluster(ClusterRedis redis) throws Exception {
        assertEquals("value", quiet(Links.patient(redis.settings())));
        redis.masters().forEach(RedisServer::stop);
        assertEquals("no answer within 2000 ms", quiet(redis.settings()));
    }

    @Test
    void with_nobody_there() throws Exception {
        Map<String, String> nobody = Map.of("REDIS_HOST", "127.0.0.1", "REDIS_PORT", "" + Ports.refusing());
        assertEquals("Connection refused", quiet(Links.patient(nobody)));
        assertEquals("Connection refused", quiet(Links.patient(Links.with(nobody, "REDIS_CLUSTER", "true"))));
    }

    @Test
    void with_a_server_that_hangs(RedisServer redis) throws Exception {
        redis.stop();
        assertEquals("no answer within 2000 ms", quiet(redis.settings()));
        assertEquals("no answer within 2000 ms", quiet(Links.with(redis.settings(), "REDIS_PASSWORD", "secret")));
    }

    @Test
    void with_garbage() throws Exception {
        try (ScriptedRedis redis = ScriptedRedis.answering("HTTP/1.1 400 Bad Request")) {
            String said = quiet(Links.patient(redis.settings()));
            assertTrue(said.startsWith("what answers is no Redis ("), said);
        }
    }

    @Test
    void with_a_server_that_hangs_up() throws Exception {
        try (ScriptedRedis redis = ScriptedRedis.hangingUp()) {
            assertEquals("the connection was closed", quiet(Links.patient(redis.settings())));
        }
    }

    private String quiet(Map<String, String> variables, String... words) throws Exception {
        ChildJvm child = ChildJvm.run(directory, variables, words);
        assertEquals("", child.printed());
        assertEquals(0, child.code());
        assertTrue(child.endedAfterMillis() < END_MILLIS, "ended " + child.endedAfterMillis() + " ms after closing");
        return child.said();
    }
}
