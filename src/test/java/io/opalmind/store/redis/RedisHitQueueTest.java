package io.opalmind.store.redis;

import io.opalmind.store.HitQueue;
import io.opalmind.store.HitQueueContract;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class RedisHitQueueTest extends HitQueueContract {
    private final RedisLink link;

    RedisHitQueueTest(RedisServer server) {
        this.link = RedisLink.open(Links.settings(server.settings()));
    }

    @Override
    protected HitQueue open(Clock clock) {
        return new RedisHitQueue(link, "0123456789ab", clock);
    }

    @AfterEach
    void closeLink() {
        link.close();
    }
}
