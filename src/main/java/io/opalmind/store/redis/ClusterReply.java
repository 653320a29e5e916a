package io.opalmind.store.redis;

import org.jspecify.annotations.Nullable;

/** An answer of a node of a cluster. */
record ClusterReply<T>(SentCommand<T> command, RedisSettings settings, FirstFault fault) implements Reply<T> {
    @Override
    public @Nullable T await(TimeLimit limit) {
        return new Patience(settings, fault, limit).await(command);
    }
}
