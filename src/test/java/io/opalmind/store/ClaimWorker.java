package io.opalmind.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What a process of its own does with claims. Public for the stores of other packages. */
public final class ClaimWorker {
    static final int KEYS = 5;

    private ClaimWorker() {}

    /** @param directory where processes and test tell each other how far they are */
    public static void work(String what, Path directory, IdempotencyStore store) throws IOException {
        switch (what) {
            case "send" -> send(directory, store);
            case "hold" -> hold(directory, store);
            default -> throw new IllegalArgumentException(what);
        }
    }

    /** Sends hits as {@code track} does, until each was sent by whomever. */
    private static void send(Path directory, IdempotencyStore store) throws IOException {
        Files.createFile(directory.resolve("ready-" + ProcessHandle.current().pid()));
        await(directory.resolve("go"));
        for (int i = 0; i < KEYS; i++) {
            String key = "key " + i;
            while (!isDone(directory, store, key)) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    private static boolean isDone(Path directory, IdempotencyStore store, String key) throws IOException {
        Claim claim = store.claim(List.of(IdempotencyStoreContract.hit(key)), Duration.ofMinutes(10))
                .get(0);
        if (claim instanceof Claim.Granted) {
            Files.writeString(
                    directory.resolve("sent"), key + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            store.complete(List.of(IdempotencyStoreContract.record(key)));
        }
        return !(claim instanceof Claim.Held);
    }

    /** Claims a key and goes no further, until it is killed. */
    private static void hold(Path directory, IdempotencyStore store) throws IOException {
        store.claim(List.of(IdempotencyStoreContract.hit("held")), Duration.ofHours(1));
        Files.createFile(directory.resolve("holding"));
        await(directory.resolve("never"));
    }

    private static void await(Path file) {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!Files.exists(file)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for " + file);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
