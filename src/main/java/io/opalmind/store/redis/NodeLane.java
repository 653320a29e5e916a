package io.opalmind.store.redis;

import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.protocol.Command;
import java.util.List;

/** The way to one node of a cluster, whatever keys the others have. Commands are held back until they are flushed. */
final class NodeLane implements Lane {
    private final Node node;
    private final StatefulRedisConnection<byte[], byte[]> connection;
    private final RedisSettings settings;
    private final FirstFault fault;

    /** @param connection for this lane alone, closed with the cluster's client */
    NodeLane(Node node, StatefulRedisConnection<byte[], byte[]> connection, RedisSettings settings, FirstFault fault) {
        this.node = node;
        this.connection = connection;
        this.settings = settings;
        this.fault = fault;
        // Else each of a thousand commands is a packet of its own.
        connection.setAutoFlushCommands(false);
    }

    @Override
    public <T> Reply<T> send(Command<byte[], byte[], T> command) {
        SentCommand<T> sent = new SentCommand<>(command, fault);
        try {
            connection.dispatch(sent);
        } catch (RuntimeException e) {
            throw RedisFaults.of(e, settings, settings.commandTimeout(), fault);
        }
        return new ClusterReply<>(this, sent, settings, fault);
    }

    @Override
    public void flush() {
        try {
            connection.flushCommands();
        } catch (RuntimeException e) {
            throw RedisFaults.of(e, settings, settings.commandTimeout(), fault);
        }
    }

    @Override
    public List<Lane> masters() {
        return List.of(this);
    }

    @Override
    public String node() {
        return node.toString();
    }

    @Override
    public void close() {
        var unawaited = connection.closeAsync();
        assert unawaited != null;
    }
}
