package io.opalmind.store;

import io.opalmind.store.redis.RedisHitQueue;
import io.opalmind.store.redis.RedisLink;
import io.opalmind.store.redis.RedisSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Where a queue is, in a word for a process of its own: a directory, or {@code redis:PORT}. */
final class QueuePlace {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private QueuePlace() {}

    static HitQueue open(String place) {
        return place.startsWith("redis:")
                ? new RedisHitQueue(link(Integer.parseInt(place.substring(6))), "0123456789ab", Clock.systemUTC())
                : new LocalHitQueue(Path.of(place), "0123456789ab", Clock.systemUTC());
    }

    static RedisLink link(int port) {
        return RedisLink.open(new RedisSettings(
                null, "127.0.0.1", port, 0, false, null, null, null, null, null, false, LIMIT, LIMIT, "of the tests"));
    }
}
