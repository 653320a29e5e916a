package io.opalmind.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;

/** Puts a value that is too large for the process's limit on files; any surprise is its exit code 1. */
final class LimitedWorker {
    private LimitedWorker() {}

    public static void main(String[] args) throws Exception {
        Path state = Path.of(args[0]);
        byte[] small = Checked.value(100, 1);
        try (CacheStore cache = new LocalCacheStore(state, Clock.systemUTC())) {
            cache.put("key", small, Duration.ofHours(1));
            String message = failure(cache);
            if (!message.contains("File too large")) {
                throw new IllegalStateException(message);
            }
            if (!Arrays.equals(small, cache.get("key"))) {
                throw new IllegalStateException("the entry before is gone");
            }
        }
        if (LocalFiles.names(LocalFiles.shard(state, "key")).size() != 1) {
            throw new IllegalStateException("a temporary is left");
        }
    }

    private static String failure(CacheStore cache) {
        try {
            cache.put("key", Checked.value(100_000, 2), Duration.ofHours(1));
            return "nothing failed";
        } catch (StoreException e) {
            return e.getMessage();
        }
    }
}
