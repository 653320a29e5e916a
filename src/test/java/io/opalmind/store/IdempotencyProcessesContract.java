package io.opalmind.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store of claims promises to several processes. Public for the forms in other packages. */
public abstract class IdempotencyProcessesContract {
    private static final int PROCESSES = 16;

    @TempDir
    protected Path temp;

    /** On what the workers use. */
    protected abstract IdempotencyStore open() throws Exception;

    /** Has a {@code main} that does as {@link ClaimWorker}. */
    protected abstract Class<?> worker();

    /** Its third argument: where the store is. */
    protected abstract String where();

    private ChildJvm start(String what) throws IOException {
        return ChildJvm.start(worker(), what, temp, where());
    }

    @Test
    void sixteen_processes_with_the_same_keys_send_each_once() throws Exception {
        List<ChildJvm> children = new ArrayList<>();
        try {
            for (int i = 0; i < PROCESSES; i++) {
                children.add(start("send"));
            }
            await(() -> ready() == PROCESSES, children);
            Files.createFile(temp.resolve("go"));
            for (ChildJvm child : children) {
                child.exits(0);
            }
        } finally {
            for (ChildJvm child : children) {
                child.close();
            }
        }
        List<String> sent = Files.readAllLines(temp.resolve("sent"));
        assertEquals(
                List.of("key 0", "key 1", "key 2", "key 3", "key 4"),
                sent.stream().sorted().toList());
        try (IdempotencyStore store = open()) {
            assertEquals(List.of(), store.abandoned(10));
        }
    }

    private long ready() throws IOException {
        try (Stream<Path> files = Files.list(temp)) {
            return files.filter(file -> file.getFileName().toString().startsWith("ready-"))
                    .count();
        }
    }

    @Test
    void claim_of_a_killed_process_is_taken_over_at_once_with_its_hit() throws Exception {
        KeptHit hit = IdempotencyStoreContract.hit("held");
        try (ChildJvm child = start("hold");
                IdempotencyStore store = open()) {
            await(() -> Files.exists(temp.resolve("holding")), List.of(child));
            Claim.Held held = assertInstanceOf(Claim.Held.class, IdempotencyStoreContract.claim(store, "held"));
            assertTrue(held.owner().endsWith("/" + child.pid()), held.owner());
            assertTrue(held.left().compareTo(Duration.ofMinutes(50)) > 0);
            assertEquals(List.of(), store.abandoned(10));
            child.kill();
            assertEquals(List.of(hit), store.abandoned(10));
            assertEquals(new Claim.Granted(hit), IdempotencyStoreContract.claim(store, "held"));
            store.complete(List.of(IdempotencyStoreContract.record("held")));
            assertEquals(List.of(), store.abandoned(10));
        }
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition, List<ChildJvm> children) throws IOException {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!condition.holds()) {
            for (ChildJvm child : children) {
                assertTrue(child.isAlive() && System.nanoTime() < end, child::said);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
