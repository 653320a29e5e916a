package io.opalmind.store.redis.inspect;

import io.lettuce.core.protocol.CommandType;
import io.opalmind.store.redis.RedisLink;

/** Measures round trips to a server, one after the other. */
final class Pings {
    private static final int NANOS = 1000;
    /** What is done for the first time takes longer, on our side. */
    private static final int WARM_UP = 20;

    private Pings() {}

    static Latency of(Server server, int count, Throttle throttle) {
        for (int i = 0; i < WARM_UP; i++) {
            ping(server);
        }
        long[] micros = new long[count];
        for (int i = 0; i < count; i++) {
            throttle.pass(1);
            long start = System.nanoTime();
            ping(server);
            micros[i] = (System.nanoTime() - start) / NANOS;
        }
        return Latency.of(server.link().server(), micros);
    }

    private static void ping(Server server) {
        server.link().await(server.status(CommandType.PING, RedisLink.args()));
    }
}
