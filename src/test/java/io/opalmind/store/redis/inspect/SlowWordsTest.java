package io.opalmind.store.redis.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlowWordsTest {
    @ParameterizedTest
    @CsvSource({
        "AUTH s3cret, AUTH ***",
        "auth user s3cret, auth *** ***",
        "HELLO 3 AUTH user s3cret, HELLO 3 AUTH *** ***",
        "CONFIG SET requirepass s3cret, CONFIG SET requirepass ***",
        "config set maxmemory 1gb masterauth s3cret, config set maxmemory 1gb masterauth ***",
        "ACL SETUSER reader on >s3cret ~*, ACL SETUSER reader on *** ~*",
        "ACL SETUSER reader #s3cret, ACL SETUSER reader ***",
        "MIGRATE host 6379 key 0 5000 AUTH2 user s3cret, MIGRATE host 6379 key 0 5000 AUTH2 *** ***",
        "SENTINEL SET main auth-pass s3cret, SENTINEL SET main auth-pass ***",
        "GET opalmind:cache:auth, GET opalmind:cache:auth"
    })
    void passwords_are_not_shown(String typed, String shown) {
        String line = new SlowWords(List.of(typed.split(" "))).line();
        assertEquals(shown, line);
        assertFalse(line.contains("s3cret"));
    }

    @Test
    void long_words_and_many_words_are_cut() {
        String line = new SlowWords(List.of("SET", "key", "x".repeat(500))).line();
        assertEquals("SET key " + "x".repeat(80) + "…", line);
        String many = new SlowWords(Collections.nCopies(100, "DEL")).line();
        assertTrue(many.endsWith("DEL … (100 words)"), many);
        assertEquals("", new SlowWords(List.of()).line());
    }

    @Test
    void what_to_do_depends_on_the_command() {
        assertTrue(new SlowWords(List.of("keys", "*")).advice().contains("SCAN"));
        assertTrue(new SlowWords(List.of("DEL", "a")).advice().contains("UNLINK"));
    }
}
