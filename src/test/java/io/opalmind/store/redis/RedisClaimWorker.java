package io.opalmind.store.redis;

import io.opalmind.store.ClaimWorker;
import io.opalmind.store.IdempotencyStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** {@link ClaimWorker} on a Redis: what, directory, port. */
final class RedisClaimWorker {
    private RedisClaimWorker() {}

    public static void main(String[] args) throws Exception {
        Map<String, String> variables = Map.of("REDIS_HOST", "127.0.0.1", "REDIS_PORT", args[2]);
        try (RedisLink link = RedisLink.open(Links.settings(Links.patient(variables)));
                IdempotencyStore store = store(link)) {
            ClaimWorker.work(args[0], Path.of(args[1]), store);
        }
    }

    static IdempotencyStore store(RedisLink link) {
        return new RedisIdempotencyStore(link, "opalmind:idempotency:", "00aa11bb22cc", Duration.ofHours(1));
    }
}
