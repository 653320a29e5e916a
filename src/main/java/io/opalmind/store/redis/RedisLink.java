package io.opalmind.store.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.resource.ClientResources;
import io.opalmind.store.StoreException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One connection to Redis, opened at once and closed without a wait. Commands are handed to the connection as they are:
 * lettuce's own faces of some hundred commands each cost more start-up than the connection itself (docs/adr/0001).
 */
public final class RedisLink implements AutoCloseable {
    static final ByteArrayCodec CODEC = ByteArrayCodec.INSTANCE;
    private static final long CLOSING_MILLIS = 250;

    private final AbstractRedisClient client;
    private final ClientResources resources;
    private final StatefulConnection<byte[], byte[]> connection;
    private final RedisSettings settings;

    private RedisLink(
            AbstractRedisClient client,
            ClientResources resources,
            StatefulConnection<byte[], byte[]> connection,
            RedisSettings settings) {
        this.client = client;
        this.resources = resources;
        this.connection = connection;
        this.settings = settings;
    }

    /**
     * Connects and signs in.
     *
     * @throws StoreException within the connect timeout where that is not possible
     */
    public static RedisLink open(RedisSettings settings) {
        ClientResources resources = LeanResources.create(settings);
        AbstractRedisClient client = null;
        try {
            if (settings.cluster()) {
                LeanClusterClient cluster = new LeanClusterClient(resources, LeanResources.uri(settings));
                client = cluster;
                cluster.setOptions(LeanResources.clusterOptions(settings));
                return new RedisLink(cluster, resources, cluster.connect(CODEC), settings);
            }
            LeanClient single = new LeanClient(resources, LeanResources.uri(settings));
            client = single;
            single.setOptions(LeanResources.options(settings));
            return new RedisLink(single, resources, single.connect(CODEC), settings);
        } catch (RuntimeException e) {
            shut(client, resources);
            throw RedisFaults.of(e, settings);
        }
    }

    public RedisSettings settings() {
        return settings;
    }

    static CommandArgs<byte[], byte[]> args() {
        return new CommandArgs<>(CODEC);
    }

    /** Sends a command and does not wait for it. */
    <T> AsyncCommand<byte[], byte[], T> send(
            CommandType type, CommandOutput<byte[], byte[], T> output, CommandArgs<byte[], byte[]> args) {
        AsyncCommand<byte[], byte[], T> command = new AsyncCommand<>(new Command<>(type, output, args));
        try {
            if (connection instanceof StatefulRedisClusterConnection<byte[], byte[]> cluster) {
                cluster.dispatch(command);
            } else {
                connection.dispatch(command);
            }
        } catch (RuntimeException e) {
            throw RedisFaults.of(e, settings);
        }
        return command;
    }

    /**
     * Waits for a command's answer, for the command timeout at the most.
     *
     * @throws StoreException where it does not come, or is an error
     */
    <T> T await(AsyncCommand<byte[], byte[], T> command) {
        try {
            return command.get(settings.commandTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw RedisFaults.of(e.getCause() == null ? e : e.getCause(), settings);
        } catch (TimeoutException e) {
            throw RedisFaults.of(e, settings);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted", e);
        }
    }

    @Override
    public void close() {
        shut(client, resources);
    }

    private static void shut(@org.jspecify.annotations.Nullable AbstractRedisClient client, ClientResources resources) {
        try {
            if (client != null) {
                client.shutdown(Duration.ZERO, Duration.ofMillis(CLOSING_MILLIS));
            }
            var unawaited = resources.shutdown(0, CLOSING_MILLIS, TimeUnit.MILLISECONDS);
            assert unawaited != null;
        } catch (RuntimeException closedAlready) {
            // Nothing is lost with a connection that does not close in order.
        }
    }
}
