package io.opalmind.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Holds the lock of those who fold, until it is killed. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] args) throws Exception {
        Path stats = Path.of(args[0]);
        try (FileChannel file = OwnerOnly.append(stats.resolve("fold.lock"))) {
            if (file.tryLock() == null) {
                throw new IllegalStateException("locked already");
            }
            Files.writeString(stats.resolve("locked"), "");
            long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
            while (System.nanoTime() < end) {
                LockSupport.parkNanos(10_000_000);
            }
        }
    }

    static void await(Path stats, ChildJvm child) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!Files.exists(stats.resolve("locked"))) {
            assertTrue(child.isAlive() && System.nanoTime() < end, child::said);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
