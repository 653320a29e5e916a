package io.opalmind.store.redis.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeySpaceTest {
    private final KeySpace space = new KeySpace("opalmind:cache:", "opalmind:idempotency:");

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "opalmind:cache:a, CACHE",
                "opalmind:idempotency:a, IDEMPOTENCY",
                "opalmind:claim:opalmind:idempotency:a, CLAIM",
                "opalmind:claims:opalmind:idempotency:0123456789ab, CLAIM",
                "opalmind:queue:{0123456789ab:00}:lease, QUEUE",
                "opalmind:stats:opalmind:cache:total, STATS",
                "opalmind:stats:opalmind:cache:hour:1, STATS",
                "opalmind:stats:opalmind:cache:v2:total, none",
                "opalmind:claim:other:a, none",
                "opalmind:cache, none",
                "other, none"
            })
    void kinds_are_told_by_their_prefixes(String key, KeyKind kind) {
        assertEquals(kind, space.kindOf(bytes(key)));
    }

    @Test
    void queue_is_a_queue_where_the_cache_has_a_shorter_prefix() {
        KeySpace wide = new KeySpace("opalmind:", "hits:");
        assertEquals(KeyKind.QUEUE, wide.kindOf(bytes("opalmind:queue:{a}")));
        assertEquals(KeyKind.CACHE, wide.kindOf(bytes("opalmind:a")));
    }

    @Test
    void pattern_finds_all_and_is_escaped() {
        assertEquals("opalmind:*", pattern(space, EnumSet.allOf(KeyKind.class), null));
        assertEquals("opalmind:cache:a?", pattern(space, EnumSet.of(KeyKind.CACHE), "a?"));
        KeySpace odd = new KeySpace("shop[1]*:", "hits:");
        assertEquals("shop\\[1\\]\\*:*", pattern(odd, EnumSet.of(KeyKind.CACHE), null));
        assertEquals("*", pattern(odd, EnumSet.allOf(KeyKind.class), "a"));
    }

    private static String pattern(KeySpace space, EnumSet<KeyKind> kinds, String glob) {
        return new String(space.pattern(kinds, glob == null ? null : bytes(glob)), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
