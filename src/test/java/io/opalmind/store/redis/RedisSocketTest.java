package io.opalmind.store.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import io.opalmind.testing.redis.SocketFile;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Redis at a Unix socket, in a JVM of its own: nothing is printed, and it comes to its end. */
@ExtendWith(RedisExtension.class)
@EnabledOnOs(OS.LINUX)
class RedisSocketTest {
    @TempDir
    private Path directory;

    @Test
    void opens_by_its_path(RedisServer redis) throws Exception {
        assertEquals(new Said("value", "", 0), run(redis, "redis-socket://", ""));
        assertEquals("value", redis.get("opalmind:cache:key"));
    }

    @Test
    void opens_after_the_classes_were_loaded_ahead(RedisServer redis) throws Exception {
        assertEquals(new Said("value", "", 0), run(redis, "redis-socket://", "", "warm"));
    }

    @Test
    void opens_by_the_other_name_of_the_scheme(RedisServer redis) throws Exception {
        assertEquals(new Said("value", "", 0), run(redis, "redis+socket://", ""));
    }

    @Test
    void database_stands_in_the_query(RedisServer redis) throws Exception {
        assertEquals(new Said("value", "", 0), run(redis, "redis-socket://", "?database=3"));
        assertEquals("", String.join(",", redis.keys()));
    }

    @Test
    void socket_that_is_not_there_is_told() throws Exception {
        Path nowhere = directory.resolve("nowhere.sock");
        ChildJvm child = ChildJvm.run(directory, Links.patient(Map.of("REDIS_URL", "redis-socket://" + nowhere)));
        assertEquals(new Said("no such socket", "", 0), new Said(child.said(), child.printed(), child.code()));
    }

    private record Said(String said, String printed, int code) {}

    private Said run(RedisServer redis, String scheme, String query, String... words) throws Exception {
        Path file = directory.resolve("redis.sock");
        try (SocketFile socket = SocketFile.leadingTo(redis, file)) {
            String url = scheme + file + query;
            ChildJvm child = ChildJvm.run(directory, Links.patient(Map.of("REDIS_URL", url)), words);
            assertTrue(socket.connections() > 0, "not by the socket");
            return new Said(child.said(), child.printed(), child.code());
        }
    }
}
