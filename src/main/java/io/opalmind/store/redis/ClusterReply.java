package io.opalmind.store.redis;

import org.jspecify.annotations.Nullable;

/** An answer of a node of a cluster, over a lane that may have to be told to send what it holds back. */
record ClusterReply<T>(Lane lane, SentCommand<T> command, RedisSettings settings, FirstFault fault)
        implements Reply<T> {
    @Override
    public @Nullable T await(TimeLimit limit) {
        if (!command.isDone()) {
            lane.flush();
        }
        return new Patience(settings, fault, limit).await(command);
    }
}
