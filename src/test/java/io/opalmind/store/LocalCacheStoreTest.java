package io.opalmind.store;

import static io.opalmind.store.LocalFiles.keysOfOneShard;
import static io.opalmind.store.LocalFiles.names;
import static io.opalmind.store.LocalFiles.shard;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCacheStoreTest extends LastingCacheStoreContract {
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path state;

    private final MovableClock clock = new MovableClock("2026-11-24T20:00:00Z");

    @Override
    protected CacheStore open(Clock clock) {
        return new LocalCacheStore(state.resolve("opalmind"), clock);
    }

    private CacheStore store() {
        return new LocalCacheStore(state, clock);
    }

    @Test
    void reading_makes_no_directory() {
        Path missing = state.resolve("missing");
        assertNull(new LocalCacheStore(missing, clock).get("key"));
        assertFalse(Files.exists(missing));
    }

    @Test
    void entry_is_one_file_with_its_key_as_first_line() throws IOException {
        store().put("key", bytes("the value\nand more"), HOUR);
        assertEquals("key\nthe value\nand more", Files.readString(entry("key")));
        assertEquals(Set.of(entry("key").getFileName().toString()), names(shard(state, "key")));
        assertEquals(
                clock.instant().plus(HOUR),
                Files.getLastModifiedTime(entry("key")).toInstant());
    }

    @Test
    void expired_entry_goes_with_the_next_put_into_its_shard() {
        List<String> keys = keysOfOneShard(3);
        CacheStore store = store();
        store.put(keys.get(0), bytes("short"), Duration.ofSeconds(1));
        store.put(keys.get(1), bytes("long"), HOUR);
        clock.move(Duration.ofSeconds(1));
        assertArrayEquals(bytes("short"), store.get(keys.get(0)), "a read does not remove it");
        store.put(keys.get(2), bytes("next"), HOUR);
        assertNull(store.get(keys.get(0)));
        assertArrayEquals(bytes("long"), store.get(keys.get(1)));
        assertArrayEquals(bytes("next"), store.get(keys.get(2)));
    }

    @Test
    void shard_holds_128_entries_and_drops_the_soonest_to_expire() throws IOException {
        List<String> keys = keysOfOneShard(131);
        CacheStore store = store();
        for (int i = 0; i < 131; i++) {
            boolean soon = i == 40 || i == 70 || i == 90;
            store.put(keys.get(i), bytes("value"), soon ? Duration.ofMinutes(i) : HOUR.multipliedBy(100));
        }
        assertEquals(128, names(shard(state, keys.get(0))).size());
        for (int i = 0; i < 131; i++) {
            boolean gone = i == 40 || i == 70 || i == 90;
            assertEquals(gone, store.get(keys.get(i)) == null, "entry " + i);
        }
    }

    @Test
    void one_just_put_stays_though_it_is_the_soonest_to_expire() throws IOException {
        List<String> keys = keysOfOneShard(140);
        CacheStore store = store();
        for (int i = 0; i < 140; i++) {
            store.put(keys.get(i), bytes("value"), Duration.ofMinutes(1000 - i));
            assertNotNull(store.get(keys.get(i)), "entry " + i);
        }
        assertEquals(128, names(shard(state, keys.get(0))).size());
        assertNotNull(store.get(keys.get(0)));
    }

    @Test
    void shard_holds_16_megabytes_and_drops_the_soonest_to_expire() {
        List<String> keys = keysOfOneShard(4);
        CacheStore store = store();
        byte[] value = filled(CacheStore.MAX_VALUE_BYTES - 1024);
        store.put(keys.get(0), value, HOUR.multipliedBy(2));
        store.put(keys.get(1), value, HOUR);
        store.put(keys.get(2), bytes("small"), HOUR.multipliedBy(3));
        assertNotNull(store.get(keys.get(1)));
        store.put(keys.get(3), value, Duration.ofMinutes(1));
        assertNotNull(store.get(keys.get(0)));
        assertNull(store.get(keys.get(1)));
        assertNotNull(store.get(keys.get(2)));
        assertNotNull(store.get(keys.get(3)));
    }

    @Test
    void temporary_goes_when_it_is_an_hour_old() throws IOException {
        List<String> keys = keysOfOneShard(2);
        CacheStore store = store();
        store.put(keys.get(0), bytes("value"), HOUR.multipliedBy(9));
        Path shard = shard(state, keys.get(0));
        String name = EntryName.temporary(
                entry(keys.get(0)).getFileName().toString(), clock.instant().toEpochMilli(), 7);
        Files.write(shard.resolve(name), filled(100));
        clock.move(HOUR);
        store.put(keys.get(1), bytes("value"), HOUR);
        assertTrue(names(shard).contains(name), "it may still be written");
        clock.move(Duration.ofMillis(1));
        store.put(keys.get(1), bytes("value"), HOUR);
        assertFalse(names(shard).contains(name));
    }

    @Test
    void files_of_other_names_are_let_alone() throws IOException {
        List<String> keys = keysOfOneShard(2);
        CacheStore store = store();
        store.put(keys.get(0), bytes("value"), HOUR);
        Path shard = shard(state, keys.get(0));
        List<String> others =
                List.of("notes.txt", ".hidden-1-2", "0123456789ABCDEF", ".0123456789abcdef-x-1", "-", ".");
        for (String other : others.subList(0, 5)) {
            Files.writeString(shard.resolve(other), "kept");
        }
        Files.createDirectory(shard.resolve("0123456789abcdef"));
        clock.move(HOUR.multipliedBy(1000));
        store.put(keys.get(1), bytes("value"), HOUR);
        assertEquals(7, names(shard).size());
        assertTrue(names(shard).containsAll(others.subList(0, 5)));
    }

    @Test
    void two_keys_of_one_hash_are_a_miss_for_each_other() {
        String one = "8yn0iYCKYHlIj4-BwPqk";
        String other = "GReLUrM4wMqfg9yzV3KQ";
        assertEquals(entry(one), entry(other));
        CacheStore store = store();
        store.put(one, bytes("one"), HOUR);
        assertNull(store.get(other));
        store.put(other, bytes("other"), HOUR);
        assertNull(store.get(one));
        assertArrayEquals(bytes("other"), store.get(other));
    }

    @Test
    void file_that_is_no_entry_is_a_miss() throws IOException {
        store().put("key", bytes("value"), HOUR);
        for (String content : new String[] {"", "k", "key", "kex\nvalue", "keyvalue\n", "\n", "\nkey\n"}) {
            Files.writeString(entry("key"), content);
            assertNull(store().get("key"), content);
        }
        Files.write(entry("key"), new byte[CacheStore.MAX_VALUE_BYTES + 5]);
        assertNull(store().get("key"));
    }

    private Path entry(String key) {
        return LocalFiles.entry(state, key);
    }
}
