package io.opalmind.store.redis.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Patterns mean here what they mean in Redis. */
@ExtendWith(RedisExtension.class)
class GlobTest {
    private static final List<String> PATTERNS = List.of(
            "*",
            "a*",
            "*c",
            "a*b*c",
            "a?c",
            "[abc]*",
            "[^a]*",
            "[a-c]?",
            "[c-a]*",
            "a\\*",
            "\\",
            "[",
            "[a",
            "a[",
            "[]",
            "[^",
            "**a",
            "",
            "?",
            "a*?",
            "[a\\]]*",
            "*[*",
            "\\[a",
            "é",
            "[a-",
            "*a*a*a*b");

    private static final List<String> TEXTS =
            List.of("a", "abc", "a*", "ac", "aXc", "\\", "[", "[a", "]", "b", "caac", "é", "a-", "aaaaaaaaaaaaaaaac");

    @Test
    void patterns_match_as_in_redis(RedisServer redis) {
        for (String text : TEXTS) {
            redis.set(text, "");
        }
        for (String pattern : PATTERNS) {
            List<String> found = redis.command("KEYS", pattern);
            for (String text : TEXTS) {
                assertEquals(found.contains(text), matches(pattern, text), "'" + pattern + "' of '" + text + "'");
            }
        }
    }

    @Test
    void escaped_text_matches_itself_alone(RedisServer redis) {
        for (String text : List.of("a*b", "[x]", "a\\", "a^?", "opalmind:{1}:")) {
            String pattern = new String(Glob.escape(bytes(text)), StandardCharsets.UTF_8);
            redis.set(text, "");
            assertEquals(List.of(text), redis.command("KEYS", pattern));
            assertTrue(matches(pattern, text));
            assertFalse(matches(pattern, text + "x"));
        }
    }

    @Test
    void what_comes_before_the_offset_does_not_count() {
        assertTrue(Glob.matches(bytes("b*"), bytes("prefix:bc"), 7));
        assertFalse(Glob.matches(bytes("p*"), bytes("prefix:bc"), 7));
    }

    private static boolean matches(String pattern, String text) {
        return Glob.matches(bytes(pattern), bytes(text), 0);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
