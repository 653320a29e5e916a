package io.opalmind.testing.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The plain server: what a test may do to it, and that the next test does not feel it. */
@ExtendWith(RedisExtension.class)
class RedisExtensionTest {
    private final RedisServer redis;

    RedisExtensionTest(RedisServer redis) {
        this.redis = redis;
    }

    @BeforeEach
    void every_test_finds_an_empty_server_with_its_first_settings() {
        assertEquals(List.of(), redis.keys());
        assertNotEquals("1", redis.command("CONFIG", "GET", "maxmemory").get(1));
    }

    @AfterEach
    void leave_a_mess() {
        redis.configSet("maxmemory", "0");
        redis.set("left", "behind");
        redis.configSet("maxmemory", "1");
    }

    @Test
    void constructor_and_method_are_given_the_same_server(RedisServer other) {
        assertSame(redis, other);
    }

    @Test
    void values_and_their_life_can_be_read() {
        redis.command("SETEX", "report", "60", "Ünï\r\ncode");
        assertEquals("Ünï\r\ncode", redis.get("report"));
        assertTrue(redis.ttl("report") > 50, "has about a minute left");
        redis.set("for ever", "1");
        assertEquals(-1, redis.ttl("for ever"));
        assertEquals(-2, redis.ttl("missing"));
        assertNull(redis.get("missing"));
        assertEquals(List.of("for ever", "report"), redis.keys());
    }

    @Test
    void killed_server_refuses_connections_and_restarts_empty_on_its_port() {
        redis.set("a", "1");
        redis.kill();
        UncheckedIOException refused = assertThrows(UncheckedIOException.class, () -> redis.get("a"));
        assertEquals(ConnectException.class, refused.getCause().getClass());
        redis.restart();
        assertNull(redis.get("a"));
    }

    @Test
    void restart_of_a_living_server_is_another_process() {
        String before = redis.info("run_id");
        redis.restart();
        assertNotEquals(before, redis.info("run_id"));
    }

    @Test
    void stopped_server_accepts_a_connection_and_says_nothing_until_it_goes_on() throws IOException {
        redis.stop();
        try (Socket socket = new Socket(redis.host(), redis.port())) {
            socket.setSoTimeout(300);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThrows(
                    SocketTimeoutException.class, () -> socket.getInputStream().read());
            redis.cont();
            socket.setSoTimeout(5_000);
            assertEquals("+PONG", new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII));
        }
    }

    @Test
    void reset_brings_a_stopped_and_a_killed_server_back() {
        redis.stop();
        redis.reset();
        redis.set("a", "1");
        redis.stop();
        redis.kill();
        redis.reset();
        assertEquals(List.of(), redis.keys());
    }

    @Test
    void server_without_memory_refuses_to_write() {
        redis.configSet("maxmemory", "1");
        RedisRefusal refusal = assertThrows(RedisRefusal.class, () -> redis.set("a", "1"));
        assertTrue(refusal.getMessage().startsWith("OOM "), refusal.getMessage());
    }

    @Test
    void refusing_port_refuses() {
        assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", Ports.refusing()).close());
    }
}
