package io.opalmind.store.redis;

import io.lettuce.core.protocol.Command;
import org.jspecify.annotations.Nullable;

/** An answer that comes over a {@link SocketLane}. */
record SocketReply<T>(SocketLane lane, Command<byte[], byte[], T> command) implements Reply<T> {
    @Override
    public @Nullable T await(TimeLimit limit) {
        lane.await(command, limit);
        return command.get();
    }
}
