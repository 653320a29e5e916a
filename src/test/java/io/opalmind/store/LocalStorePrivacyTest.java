package io.opalmind.store;

import static io.opalmind.store.CacheStoreContract.bytes;
import static io.opalmind.store.LocalFiles.all;
import static io.opalmind.store.LocalFiles.entry;
import static io.opalmind.store.LocalFiles.shard;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files are their owner's alone, and no one leads the store astray by a link. */
class LocalStorePrivacyTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path temp;

    @Test
    void files_and_directories_are_the_owners_alone_whatever_the_umask() throws Exception {
        Path state = temp.resolve("deep/er/state");
        try (ChildJvm child = ChildJvm.start("umask 000; exec \"$@\"", StoreWorker.class, "put-and-count", state, 3)) {
            child.exits(0);
        }
        assertTrue(Files.exists(state.resolve("cache")) && Files.exists(state.resolve("stats")));
        for (Path file : all(temp)) {
            String wanted = Files.isDirectory(file) ? "rwx------" : "rw-------";
            assertEquals(wanted, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), file.toString());
        }
    }

    @Test
    void link_in_an_entrys_place_is_a_miss_and_gives_way_to_the_next_put() throws IOException {
        Path state = temp.resolve("state");
        CacheStore store = new LocalCacheStore(state, CLOCK);
        store.put("key", bytes("value"), HOUR);
        Path target = temp.resolve("target");
        Files.move(entry(state, "key"), target);
        Files.createSymbolicLink(entry(state, "key"), target);
        assertNull(store.get("key"));
        store.put("key", bytes("new"), HOUR);
        assertArrayEquals(bytes("new"), store.get("key"));
        assertEquals("key\nvalue", Files.readString(target));
    }

    @Test
    void link_in_a_directorys_place_is_not_followed() throws IOException {
        for (String place : new String[] {"cache", "cache/7"}) {
            Path state = Files.createDirectory(temp.resolve(place.replace('/', '-')));
            Path target = Files.createDirectory(temp.resolve(place.replace('/', '-') + "-target"));
            Path precious = Files.writeString(target.resolve("0123456789abcdef"), "old, and not the cache's");
            Files.setLastModifiedTime(precious, FileTime.from(Instant.EPOCH));
            if (place.contains("/")) {
                OwnerOnly.directories(state, state.resolve("cache"));
            }
            Files.createSymbolicLink(state.resolve(place), target);
            String key = LocalFiles.keysOfOneShard(1).get(0);
            CacheStore store = new LocalCacheStore(state, CLOCK);
            StoreException refused = assertThrows(StoreException.class, () -> store.put(key, bytes("value"), HOUR));
            assertTrue(refused.getMessage().contains("a link"), refused.getMessage());
            assertEquals(1, all(target).size());
        }
    }

    @Test
    void link_in_a_logs_place_is_not_followed() throws IOException {
        Path target = Files.writeString(temp.resolve("target"), "");
        MovableClock clock = new MovableClock("2026-11-24T20:00:00Z");
        Path state = temp.resolve("state");
        OwnerOnly.directories(state, state.resolve("stats"));
        Files.createSymbolicLink(state.resolve("stats/2026-11-24T20.log"), target);
        StatsStore store = new LocalStatsStore(state, clock);
        assertThrows(StoreException.class, () -> store.count("popularUrls", CacheEvent.HIT));
        assertEquals("", Files.readString(target));
    }

    @Test
    void state_directory_itself_may_be_a_link() throws IOException {
        Path target = Files.createDirectory(temp.resolve("target"));
        Path state = Files.createSymbolicLink(temp.resolve("state"), target);
        CacheStore store = new LocalCacheStore(state, CLOCK);
        store.put("key", bytes("value"), HOUR);
        assertArrayEquals(bytes("value"), store.get("key"));
    }

    @Test
    void directory_that_others_may_write_is_refused() throws IOException {
        Path state = temp.resolve("state");
        CacheStore store = new LocalCacheStore(state, CLOCK);
        store.put("key", bytes("value"), HOUR);
        Files.setPosixFilePermissions(state.resolve("cache"), PosixFilePermissions.fromString("rwxrwx---"));
        StoreException refused = assertThrows(StoreException.class, () -> store.put("key", bytes("value"), HOUR));
        assertTrue(refused.getMessage().contains("others may write there"), refused.getMessage());
    }

    @Test
    void names_of_files_tell_nothing_of_the_key() throws IOException {
        Path state = temp.resolve("state");
        new LocalCacheStore(state, CLOCK).put("a-segment-that-tells", bytes("value"), HOUR);
        for (Path file : all(state)) {
            assertFalse(file.toString().contains("segment"));
        }
        assertTrue(Files.exists(shard(state, "a-segment-that-tells")));
    }
}
