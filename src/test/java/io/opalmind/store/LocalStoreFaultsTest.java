package io.opalmind.store;

import static io.opalmind.store.CacheStoreContract.bytes;
import static io.opalmind.store.CacheStoreContract.filled;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be read or written is said: what, where, why, and what to do. */
class LocalStoreFaultsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path temp;

    @Test
    void file_in_the_state_directorys_place() throws IOException {
        Path state = Files.writeString(temp.resolve("state"), "a file");
        everythingFails(state, "in its place", "Not a directory");
    }

    @Test
    void file_in_the_caches_and_the_counters_place() throws IOException {
        Files.writeString(temp.resolve("cache"), "a file");
        Files.writeString(temp.resolve("stats"), "a file");
        everythingFails(temp, "Not a directory", "not a directory", "in its place");
    }

    @Test
    void state_directory_where_none_can_be_made() {
        CacheStore cache = new LocalCacheStore(Path.of("/proc/opalmind"), CLOCK);
        StatsStore stats = new LocalStatsStore(Path.of("/proc/opalmind"), CLOCK);
        String[] causes = {"no such file or directory", "permission denied", "Operation not permitted"};
        fails(() -> cache.put("key", bytes("value"), HOUR), causes);
        fails(() -> stats.count("popularUrls", CacheEvent.HIT), causes);
    }

    @Test
    void directory_without_permission() throws IOException {
        Path state = temp.resolve("state");
        CacheStore cache = new LocalCacheStore(state, CLOCK);
        StatsStore stats = new LocalStatsStore(state, CLOCK);
        cache.put("key", bytes("value"), HOUR);
        stats.count("popularUrls", CacheEvent.HIT);
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("---------"));
        try {
            assumeFalse(Files.isReadable(state), "runs as root, whom no permission keeps out");
            everythingFails(state, "permission denied");
        } finally {
            Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void directory_in_an_entrys_place() throws IOException {
        CacheStore cache = new LocalCacheStore(temp, CLOCK);
        cache.put("key", bytes("value"), HOUR);
        Path entry = LocalFiles.entry(temp, "key");
        Files.delete(entry);
        Files.createDirectory(entry);
        assertNull(cache.get("key"));
        fails(() -> cache.put("key", bytes("value"), HOUR), "Is a directory", "in its place");
        assertEquals(1, LocalFiles.names(entry.getParent()).size(), "no temporary is left");
    }

    @Test
    void full_disk_is_said_and_leaves_nothing_half_written() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(temp.resolve("disk"))) {
            CacheStore cache = new LocalCacheStore(disk.path(), CLOCK);
            StatsStore stats = new LocalStatsStore(disk.path(), CLOCK);
            stats.count("popularUrls", CacheEvent.HIT);
            cache.put("key", bytes("value"), HOUR);
            fails(() -> cache.put("key", filled(SmallDisk.BYTES), HOUR), "No space left on device");
            assertArrayEquals(bytes("value"), cache.get("key"));
            assertEquals(
                    1, LocalFiles.names(LocalFiles.shard(disk.path(), "key")).size());
            disk.fill();
            fails(() -> cache.put("another", filled(5000), HOUR), "No space left on device");
            fails(
                    () -> {
                        for (int i = 0; i < 5000; i++) {
                            stats.count("campaigns", CacheEvent.HIT);
                        }
                    },
                    "No space left on device");
            assertEquals(1, stats.counters(Instant.EPOCH).get("popularUrls").hits());
        }
    }

    @Test
    void file_that_may_not_grow_is_said_and_leaves_nothing_half_written() throws Exception {
        // A limit of 16 blocks of 512 bytes on the size of files: what a full disk is to those who may mount none.
        Path state = temp.resolve("state");
        try (ChildJvm child = ChildJvm.start("ulimit -f 16; exec \"$@\"", LimitedWorker.class, state)) {
            child.exits(0);
        }
    }

    private static void everythingFails(Path state, String... causes) {
        CacheStore cache = new LocalCacheStore(state, CLOCK);
        StatsStore stats = new LocalStatsStore(state, CLOCK);
        fails(() -> cache.get("key"), causes);
        fails(() -> cache.put("key", bytes("value"), HOUR), causes);
        fails(() -> stats.count("popularUrls", CacheEvent.HIT), causes);
        fails(() -> stats.counters(Instant.EPOCH), causes);
    }

    private static void fails(Executable work, String... causes) {
        String message = assertThrows(StoreException.class, work).getMessage();
        assertTrue(message.startsWith("The local store cannot "), message);
        assertTrue(message.contains("OPALMIND_STATE_DIR"), message);
        boolean said = false;
        for (String cause : causes) {
            said |= message.contains(": " + cause) || message.contains(cause + ".");
        }
        assertTrue(said, message);
    }
}
