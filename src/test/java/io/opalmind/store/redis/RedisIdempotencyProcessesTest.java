package io.opalmind.store.redis;

import io.opalmind.store.IdempotencyProcessesContract;
import io.opalmind.store.IdempotencyStore;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class RedisIdempotencyProcessesTest extends IdempotencyProcessesContract {
    private final RedisServer server;
    private final List<RedisLink> links = new ArrayList<>();

    RedisIdempotencyProcessesTest(RedisServer server) {
        this.server = server;
    }

    @Override
    protected IdempotencyStore open() {
        RedisLink link = RedisLink.open(Links.settings(Links.patient(server.settings())));
        links.add(link);
        return RedisClaimWorker.store(link);
    }

    @AfterEach
    void closeLinks() {
        links.forEach(RedisLink::close);
    }

    @Override
    protected Class<?> worker() {
        return RedisClaimWorker.class;
    }

    @Override
    protected String where() {
        return Integer.toString(server.port());
    }
}
