package io.opalmind.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one directory. */
class LocalCacheProcessesTest {
    @TempDir
    Path state;

    @Test
    void readers_see_whole_values_while_writers_replace_them() throws Exception {
        try (ChildJvm writer = ChildJvm.start(StoreWorker.class, "write", state, 500);
                ChildJvm otherWriter = ChildJvm.start(StoreWorker.class, "write", state, 500);
                ChildJvm reader = ChildJvm.start(StoreWorker.class, "read", state, 5000);
                ChildJvm otherReader = ChildJvm.start(StoreWorker.class, "read", state, 5000)) {
            writer.exits(0);
            otherWriter.exits(0);
            reader.exits(0);
            otherReader.exits(0);
        }
        CacheStore store = new LocalCacheStore(state, Clock.systemUTC());
        for (int i = 0; i < 8; i++) {
            byte[] value = store.get("key " + i);
            assertNotNull(value, "key " + i);
            assertDoesNotThrow(() -> Checked.check(value));
        }
        assertEquals(List.of(), temporaries());
    }

    @Test
    void killed_writer_leaves_no_half_entry() throws Exception {
        Random random = new Random();
        for (int round = 0; round < 6; round++) {
            CacheStore store = new LocalCacheStore(state, Clock.systemUTC());
            try (ChildJvm child = ChildJvm.start(StoreWorker.class, "write-large", state, Integer.MAX_VALUE)) {
                awaitAnEntry(child, store);
                LockSupport.parkNanos(random.nextInt(50_000_000));
                child.kill();
            }
            assertTrue(wholeEntries(store) > 0);
            removeEntries();
        }
        sweepAll();
        assertEquals(List.of(), temporaries());
    }

    private static void awaitAnEntry(ChildJvm child, CacheStore store) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (wholeEntries(store) == 0) {
            assertTrue(child.isAlive() && System.nanoTime() < end, child::said);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static int wholeEntries(CacheStore store) {
        int found = 0;
        for (int i = 0; i < 8; i++) {
            byte[] value = store.get("key " + i);
            if (value != null) {
                assertDoesNotThrow(() -> Checked.check(value));
                found++;
            }
        }
        return found;
    }

    /** But not what the killed writers left beside them. */
    private void removeEntries() throws IOException {
        for (int i = 0; i < 8; i++) {
            Files.deleteIfExists(LocalFiles.entry(state, "key " + i));
        }
    }

    private void sweepAll() {
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(3));
        CacheStore store = new LocalCacheStore(state, later);
        for (int i = 0; i < 500; i++) {
            store.put("sweep " + i, new byte[1], Duration.ofMinutes(1));
        }
    }

    private List<Path> temporaries() throws IOException {
        return LocalFiles.all(state).stream()
                .filter(file -> file.getFileName().toString().startsWith("."))
                .toList();
    }
}
