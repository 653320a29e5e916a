package io.opalmind;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.config.Config;
import io.opalmind.config.ConfigLoader;
import io.opalmind.config.ConfigOptions;
import io.opalmind.store.CacheEvent;
import io.opalmind.testing.redis.AclRedis;
import io.opalmind.testing.redis.Ports;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import io.opalmind.testing.redis.ReplicatedRedis;
import io.opalmind.testing.redis.ScriptedRedis;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A Redis that is configured: used where it is up, and else one warning and on with memory. */
@ExtendWith(RedisExtension.class)
class StoresRedisTest {
    private static final byte[] VALUE = "value".getBytes(StandardCharsets.UTF_8);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path directory;

    private final List<String> warnings = new ArrayList<>();
    private final List<String> details = new ArrayList<>();

    @Test
    void redis_that_is_up_is_used_and_told_in_detail(RedisServer redis) {
        use(redis.settings());
        assertEquals(List.of(), warnings);
        assertEquals(List.of("Redis connection established: 127.0.0.1:" + redis.port() + "/0"), details);
        assertEquals("value", redis.get("opalmind:cache:key"));
    }

    @Test
    void redis_that_nobody_asks_for_anything_is_not_connected_to() {
        stores(nobody()).close();
        assertEquals(List.of(), warnings);
    }

    @Test
    void refusing() {
        use(nobody());
        assertWarnedOnceOf("Connection refused");
    }

    @Test
    void wrong_password(AclRedis redis) {
        Map<String, String> settings = new HashMap<>(redis.settings(AclRedis.WRITER));
        settings.put("REDIS_PASSWORD", "a-Secret-Of-Its-Own");
        use(settings);
        assertWarnedOnceOf("wrong user or password");
        assertFalse(warnings.get(0).contains("a-Secret"), warnings.get(0));
    }

    @Test
    void hanging_from_the_start(RedisServer redis) {
        redis.stop();
        use(redis.settings());
        assertWarnedOnceOf("no answer within 2000 ms");
    }

    @Test
    void hanging_in_the_middle(RedisServer redis) {
        try (Stores stores = stores(redis.settings())) {
            stores.put("key", VALUE, MINUTE);
            stores.count("popularUrls", CacheEvent.SET);
            redis.stop();
            stores.put("key", VALUE, MINUTE);
            assertArrayEquals(VALUE, stores.get("key"));
        }
        assertWarnedOnceOf("no answer within 2000 ms");
    }

    @Test
    void hanging_at_the_end(RedisServer redis) {
        try (Stores stores = stores(redis.settings())) {
            stores.put("key", VALUE, MINUTE);
            redis.stop();
            stores.count("popularUrls", CacheEvent.SET);
        }
        assertWarnedOnceOf("no answer within 2000 ms");
    }

    @Test
    void read_only(ReplicatedRedis redis) {
        use(redis.replica().settings());
        assertWarnedOnceOf("it is a read-only replica");
    }

    @Test
    void out_of_memory(RedisServer redis) {
        redis.configSet("maxmemory", "1");
        use(redis.settings());
        assertWarnedOnceOf("it is out of memory");
    }

    @Test
    void loading() {
        try (ScriptedRedis redis = ScriptedRedis.loading()) {
            use(redis.settings());
            assertWarnedOnceOf("it is still loading its data");
        }
    }

    @Test
    void killed_in_the_middle(RedisServer redis) {
        try (Stores stores = stores(redis.settings())) {
            stores.put("key", VALUE, MINUTE);
            redis.kill();
            stores.put("key", VALUE, MINUTE);
            assertArrayEquals(VALUE, stores.get("key"));
        }
        assertWarnedOnceOf("the connection was closed");
    }

    private static Map<String, String> nobody() {
        return Map.of("REDIS_HOST", "127.0.0.1", "REDIS_PORT", Integer.toString(Ports.refusing()));
    }

    /** What a query does: look up, count, keep; and then it is there, wherever it is kept. */
    private void use(Map<String, String> redis) {
        try (Stores stores = stores(redis)) {
            stores.get("key");
            stores.count("popularUrls", CacheEvent.MISS);
            stores.put("key", VALUE, MINUTE);
            assertArrayEquals(VALUE, stores.get("key"));
        }
    }

    private void assertWarnedOnceOf(String cause) {
        assertEquals(1, warnings.size(), warnings::toString);
        String start = "Redis connection failed, falling back to in-memory storage (127.0.0.1:";
        assertTrue(warnings.get(0).startsWith(start), warnings.get(0));
        assertTrue(warnings.get(0).contains("/0: " + cause), warnings.get(0));
    }

    private Stores stores(Map<String, String> redis) {
        Map<String, String> environment = new HashMap<>(redis);
        environment.put("HOME", directory.toString());
        ConfigLoader loader = new ConfigLoader(environment, directory, InputStream.nullInputStream());
        Config config = loader.load(ConfigOptions.NONE.withoutMatomo());
        Kept notices = new Kept();
        return new Stores(config, Clock.systemUTC(), notices, new RedisAccess(config, notices));
    }

    private final class Kept implements Notices {
        @Override
        public void warn(String message) {
            warnings.add(message);
        }

        @Override
        public void detail(String message) {
            details.add(message);
        }
    }
}
