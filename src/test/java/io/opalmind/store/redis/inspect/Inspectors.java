package io.opalmind.store.redis.inspect;

import io.opalmind.store.redis.RedisLink;
import io.opalmind.store.redis.RedisSettings;
import io.opalmind.testing.redis.RedisServer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.function.Consumer;

/** An inspector of a server of the test bed, with the prefixes that are the default. */
final class Inspectors {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Inspectors() {}

    static void with(RedisServer server, Consumer<RedisInspector> work) {
        RedisSettings settings = new RedisSettings(
                null,
                server.host(),
                server.port(),
                0,
                false,
                null,
                null,
                null,
                null,
                null,
                false,
                LIMIT,
                LIMIT,
                "the Redis of the tests");
        try (RedisLink link = RedisLink.open(settings)) {
            work.accept(new RedisInspector(
                    link,
                    new KeySpace("opalmind:cache:", "opalmind:idempotency:"),
                    new Lives(Duration.ofMinutes(1), Duration.ofDays(1))));
        }
    }

    static Walk all() {
        return new Walk(KeyFilter.of(EnumSet.allOf(KeyKind.class)), "0", 0, 0);
    }
}
