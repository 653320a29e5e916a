package io.opalmind.store.redis;

import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.protocol.Command;
import java.util.List;

/** One node of a cluster; closed with the {@link ClusterLane} that it came from. */
final class NodeLane implements Lane {
    private final StatefulRedisConnection<byte[], byte[]> connection;
    private final RedisSettings settings;
    private final FirstFault fault;

    NodeLane(StatefulRedisConnection<byte[], byte[]> connection, RedisSettings settings, FirstFault fault) {
        this.connection = connection;
        this.settings = settings;
        this.fault = fault;
    }

    @Override
    public <T> Reply<T> send(Command<byte[], byte[], T> command) {
        SentCommand<T> sent = new SentCommand<>(command, fault);
        try {
            connection.dispatch(sent);
        } catch (RuntimeException e) {
            throw RedisFaults.of(e, settings, settings.commandTimeout(), fault);
        }
        return new ClusterReply<>(sent, settings, fault);
    }

    /** Each command is on its way already. */
    @Override
    public void flush() {}

    @Override
    public List<NodeLane> masters() {
        return List.of(this);
    }

    @Override
    public void close() {}
}
