package io.opalmind.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Full disks, links in the way, and whose the files are. */
class LocalIdempotencyFaultsTest {
    private static final Duration LEASE = Duration.ofMinutes(10);

    @TempDir
    Path temp;

    private static IdempotencyStore store(Path state) {
        return new LocalIdempotencyStore(state, "00aa11bb22cc", Duration.ofHours(1), Clock.systemUTC());
    }

    private static Claim claim(IdempotencyStore store, String key) {
        return IdempotencyStoreContract.claim(store, key);
    }

    private static HitRecord record(String key, int length) {
        return new HitRecord(key, true, 204, "x".repeat(length), 1, 1_795_532_536_520L, null);
    }

    @Test
    void full_disk_is_said_and_leaves_nothing_half_written() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(temp.resolve("disk"))) {
            IdempotencyStore store = store(disk.path());
            store.complete(List.of(record("delivered", 0)));
            claim(store, "under way");
            claim(store, "to be released");
            Set<String> before = names(disk.path());
            disk.fill();
            fails(() -> claim(store, "new"), "No space left on device");
            fails(() -> store.complete(List.of(record("under way", 100))), "No space left on device");
            fails(() -> store.complete(List.of(record("delivered", 100))), "No space left on device");
            before.add("filler");
            assertEquals(before, names(disk.path()));
            assertEquals(List.of(record("delivered", 0)), store.find(List.of("delivered")));
            assertTrue(store.renew(List.of("under way"), LEASE), "a lease takes no room");
            assertInstanceOf(Claim.Held.class, claim(store(disk.path()), "under way"));
            store.release(List.of("to be released"));
            Files.delete(disk.path().resolve("filler"));
            assertEquals(new Claim.Granted(null), claim(store, "to be released"));
            store.complete(List.of(record("under way", 100)));
            assertEquals(List.of(record("under way", 100)), store.find(List.of("under way")));
        }
    }

    @Test
    void list_that_does_not_fit_is_given_back() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(temp.resolve("disk"))) {
            IdempotencyStore store = store(disk.path());
            List<KeptHit> hits = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                hits.add(IdempotencyStoreContract.hit("key " + i));
            }
            fails(() -> store.claim(hits, LEASE), "No space left on device");
            for (String name : names(disk.path())) {
                assertFalse(KeyName.isName(name) || name.startsWith(".1"), name);
            }
        }
    }

    /** Names of what is there, without locks and marks. */
    private static Set<String> names(Path state) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path file : LocalFiles.all(state)) {
            String name = file.getFileName().toString();
            if (Files.isRegularFile(file) && !name.startsWith(".lock") && !name.equals(".swept")) {
                names.add(name);
            }
        }
        return names;
    }

    @Test
    void files_and_directories_are_the_owners_alone_whatever_the_umask() throws Exception {
        Path state = temp.resolve("deep/er/state");
        Path signs = Files.createDirectory(temp.resolve("signs"));
        Files.createFile(signs.resolve("go"));
        String shell = "umask 000; exec \"$@\"";
        try (ChildJvm sends = ChildJvm.start(shell, LocalClaimWorker.class, "send", signs, state);
                ChildJvm holds = ChildJvm.start(shell, LocalClaimWorker.class, "hold", signs, state)) {
            sends.exits(0);
            LocalFiles.await(signs.resolve("holding"), holds);
        }
        assertTrue(names(state).size() > ClaimWorker.KEYS, "records, and a claim");
        for (Path file : LocalFiles.all(temp.resolve("deep"))) {
            String wanted = Files.isDirectory(file) ? "rwx------" : "rw-------";
            assertEquals(wanted, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), file.toString());
        }
    }

    @Test
    void link_in_a_directorys_place_is_not_followed() throws IOException {
        for (String place : new String[] {"hits", "hits/00aa11bb22cc", "hits/00aa11bb22cc/claims"}) {
            Path state = Files.createDirectory(temp.resolve(place.replace('/', '-')));
            Path target = Files.createDirectory(temp.resolve(place.replace('/', '-') + "-target"));
            Files.createDirectories(state.resolve(place).getParent());
            Files.createSymbolicLink(state.resolve(place), target);
            fails(() -> claim(store(state), "key"), "a link");
            assertEquals(List.of(), LocalFiles.all(target));
        }
    }

    @Test
    void link_in_a_files_place_is_not_followed() throws IOException {
        Path state = temp.resolve("state");
        Path target = Files.writeString(temp.resolve("target"), "precious");
        IdempotencyStore store = store(state);
        store.complete(List.of(record("other", 0)));
        Path claims = state.resolve("hits/00aa11bb22cc/claims");
        String name = KeyName.of("key");
        Files.createSymbolicLink(claims.resolve(name), target);
        fails(() -> claim(store, "key"), "a link");
        Files.delete(claims.resolve(name));
        Path lock = claims.resolve(".lock-" + Character.digit(name.charAt(0), 16));
        Files.deleteIfExists(lock);
        Files.createSymbolicLink(lock, target);
        assertThrows(StoreException.class, () -> claim(store, "key"));
        assertEquals("precious", Files.readString(target));
    }

    @Test
    void file_in_the_state_directorys_place_is_told() throws IOException {
        Path state = Files.writeString(temp.resolve("state"), "a file");
        IdempotencyStore store = store(state);
        fails(() -> claim(store, "key"), "in its place");
        fails(() -> store.complete(List.of(record("key", 0))), "in its place");
        fails(() -> store.find(List.of("key")), "Not a directory");
    }

    @Test
    void thread_waits_for_the_one_that_has_the_lock_and_not_for_other_shards() throws Exception {
        Path directory = Files.createDirectory(temp.resolve("locks"));
        CountDownLatch taken = new CountDownLatch(1);
        ClaimLock lock = ClaimLock.take(directory, 1);
        Thread second = new Thread(() -> {
            try {
                ClaimLock.take(directory, 2).close();
                ClaimLock.take(directory, 1).close();
                taken.countDown();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        second.start();
        while (second.getState() != Thread.State.TIMED_WAITING) {
            assertTrue(second.isAlive());
            Thread.onSpinWait();
        }
        assertEquals(Set.of(".lock-1", ".lock-2"), LocalFiles.names(directory));
        assertEquals(1, taken.getCount());
        lock.close();
        assertTrue(taken.await(9, TimeUnit.SECONDS));
    }

    @Test
    void nothing_is_there_where_nothing_was_kept() {
        IdempotencyStore store = store(temp.resolve("state"));
        assertEquals(Collections.singletonList(null), store.find(List.of("key")));
    }

    private static void fails(Executable work, String cause) {
        String message = assertThrows(StoreException.class, work).getMessage();
        assertTrue(message.startsWith("The local store cannot "), message);
        assertTrue(message.contains("OPALMIND_STATE_DIR") && message.contains(cause), message);
    }
}
