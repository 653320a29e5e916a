package io.opalmind.sandbox.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostHeaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1:80", "localhost", "LocalHost:8080", "[::1]", "[::1]:9"})
    void loopback_is_let_in(String host) {
        assertTrue(HostHeader.isLoopback(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "evil.example", "127.0.0.1.evil.example:80", "localhost.evil.example", "::1", "[::1", ":80"})
    void other_names_are_turned_away(String host) {
        assertFalse(HostHeader.isLoopback(host));
    }
}
