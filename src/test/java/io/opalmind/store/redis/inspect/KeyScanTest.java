package io.opalmind.store.redis.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class KeyScanTest {
    private static void fill(RedisServer redis, int keys) {
        redis.command(
                "EVAL", "for i = 1, " + keys + " do redis.call('SET', 'opalmind:cache:' .. i, 'v') end return 1", "0");
    }

    @Test
    void every_key_comes_once(RedisServer redis) {
        fill(redis, 20_000);
        redis.command("EVAL", "for i = 1, 5000 do redis.call('SET', 'other:' .. i, 'v') end return 1", "0");
        List<String> found = new ArrayList<>();
        Inspectors.with(redis, inspector -> inspector.keys(Inspectors.all(), key -> found.add(key.text())));
        assertEquals(20_000, found.size());
        assertEquals(20_000, new HashSet<>(found).size());
    }

    @Test
    void key_comes_once_while_the_table_shrinks(RedisServer redis) {
        fill(redis, 30_000);
        List<String> found = new ArrayList<>();
        Inspectors.with(
                redis,
                inspector -> inspector.keys(Inspectors.all(), key -> {
                    if (found.isEmpty()) {
                        redis.command(
                                "EVAL",
                                "for i = 200, 30000 do redis.call('DEL', 'opalmind:cache:' .. i) end return 1",
                                "0");
                    }
                    found.add(key.text());
                }));
        assertEquals(found.size(), new HashSet<>(found).size());
        for (int i = 1; i < 200; i++) {
            assertTrue(found.contains("opalmind:cache:" + i), i + " is missing");
        }
    }

    @Test
    void pages_together_are_all(RedisServer redis) {
        fill(redis, 5000);
        List<String> found = new ArrayList<>();
        Inspectors.with(redis, inspector -> {
            int pages = 0;
            @Nullable String cursor = "0";
            while (cursor != null) {
                Walk page = new Walk(Inspectors.all().filter(), cursor, 1000, 0);
                cursor = inspector.keys(page, key -> found.add(key.text()));
                pages++;
            }
            assertTrue(pages > 2, pages + " pages");
        });
        assertEquals(5000, found.size());
        assertEquals(5000, new HashSet<>(found).size());
    }

    @Test
    void sample_has_its_size(RedisServer redis) {
        fill(redis, 5000);
        List<String> found = new ArrayList<>();
        Inspectors.with(redis, inspector -> inspector.sample(Inspectors.all(), 7, key -> found.add(key.text())));
        assertEquals(7, new HashSet<>(found).size());
    }

    @Test
    void slow_walk_finds_the_same(RedisServer redis) {
        fill(redis, 300);
        List<String> found = new ArrayList<>();
        Walk slow = new Walk(Inspectors.all().filter(), "0", 0, 1000);
        Inspectors.with(redis, inspector -> inspector.keys(slow, key -> found.add(key.text())));
        assertEquals(300, found.size());
    }

    @Test
    void nothing_is_asked_but_scan_and_what_reads(RedisServer redis) {
        fill(redis, 10);
        redis.command("CONFIG", "RESETSTAT");
        Inspectors.with(
                redis,
                inspector ->
                        assertEquals(10, inspector.summary(Inspectors.all()).keys()));
        String used = redis.command("INFO", "commandstats").get(0);
        assertTrue(used.contains("cmdstat_scan:"), used);
        assertFalse(used.contains("cmdstat_keys:"), used);
        assertFalse(used.contains("cmdstat_get:"), used);
    }

    @Test
    void keys_seen_lately_are_told_and_others_are_new() {
        RecentKeys recent = new RecentKeys();
        for (int i = 0; i < 10_000; i++) {
            byte[] key = Server.word("key" + i);
            assertTrue(recent.add(key));
            assertFalse(recent.add(key));
        }
    }

    @Test
    void cursors_are_digits_and_perhaps_a_master() {
        ScanPosition third = ScanPosition.parse("18446744073709551615@2");
        assertNotNull(third);
        assertEquals(2, third.master());
        assertEquals("18446744073709551615@2", third.toString());
        for (String wrong : List.of("", "a", "-1", "1@", "@1", "1@a", "123456789012345678901", "1@99999")) {
            assertFalse(Walk.isCursor(wrong), wrong);
        }
    }
}
