package io.opalmind.testing.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptedRedisTest {
    @Test
    void loading_server_greets_and_refuses_what_touches_keys() throws IOException {
        try (ScriptedRedis redis = ScriptedRedis.loading();
                RespConnection connection = RespConnection.open(redis.host(), redis.port(), Access.OPEN)) {
            assertEquals(List.of("OK"), connection.send("client", "setname", "x"));
            RedisRefusal refusal = assertThrows(RedisRefusal.class, () -> connection.send("GET", "a"));
            assertEquals("LOADING Redis is loading the dataset in memory", refusal.getMessage());
            assertEquals(List.of(List.of("client", "setname", "x"), List.of("GET", "a")), redis.heard());
        }
    }

    @Test
    void server_with_one_answer_gives_it_to_the_greeting_too() throws IOException {
        try (ScriptedRedis redis = ScriptedRedis.answering("-MASTERDOWN Link with MASTER is down");
                RespConnection connection = RespConnection.open(redis.host(), redis.port(), Access.OPEN)) {
            assertThrows(RedisRefusal.class, () -> connection.send("HELLO", "3"));
        }
    }

    @Test
    void script_sees_the_command() throws IOException {
        try (ScriptedRedis redis = ScriptedRedis.with(command -> ":" + command.size());
                RespConnection connection = RespConnection.open(redis.host(), redis.port(), Access.OPEN)) {
            assertEquals(List.of("3"), connection.send("SET", "a", "1"));
        }
    }

    @Test
    void silent_server_accepts_and_says_nothing() throws IOException {
        try (ScriptedRedis redis = ScriptedRedis.silent();
                Socket socket = new Socket(redis.host(), redis.port())) {
            socket.setSoTimeout(300);
            socket.getOutputStream().write("*1\r\n$4\r\nPING\r\n".getBytes());
            assertThrows(
                    SocketTimeoutException.class, () -> socket.getInputStream().read());
        }
    }

    @Test
    void server_that_hangs_up_cuts_the_connection_at_the_first_command() throws IOException {
        try (ScriptedRedis redis = ScriptedRedis.hangingUp();
                RespConnection connection = RespConnection.open(redis.host(), redis.port(), Access.OPEN)) {
            assertThrows(EOFException.class, () -> connection.send("PING"));
        }
    }
}
