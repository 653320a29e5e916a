package io.opalmind.store.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.resource.ClientResources;
import io.opalmind.store.StoreException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

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
    private final FirstFault fault;

    private RedisLink(
            AbstractRedisClient client,
            ClientResources resources,
            StatefulConnection<byte[], byte[]> connection,
            RedisSettings settings,
            FirstFault fault) {
        this.client = client;
        this.resources = resources;
        this.connection = connection;
        this.settings = settings;
        this.fault = fault;
    }

    /**
     * Connects and signs in.
     *
     * @throws StoreException where that is not possible: within the connect timeout, or twice that time where a sentinel
     *     or a cluster has to be asked first
     */
    public static RedisLink open(RedisSettings settings) {
        LeanResources.chooseTransport(settings);
        FirstFault fault = new FirstFault();
        ClientResources resources = LeanResources.create(settings, fault);
        AbstractRedisClient client = null;
        try {
            List<RedisURI> uris = RedisAddress.of(settings);
            if (settings.cluster()) {
                LeanClusterClient cluster = new LeanClusterClient(resources, uris);
                client = cluster;
                cluster.setOptions(LeanResources.clusterOptions(settings));
                return new RedisLink(cluster, resources, connect(cluster, settings, fault), settings, fault);
            }
            LeanClient single = new LeanClient(resources, uris.get(0));
            client = single;
            single.setOptions(LeanResources.options(settings));
            return new RedisLink(single, resources, connect(single, uris.get(0), settings, fault), settings, fault);
        } catch (RuntimeException e) {
            shut(client, resources);
            throw RedisFaults.of(e, settings, settings.connectTimeout(), fault);
        }
    }

    /** lettuce's own connect waits for as long as it takes, for the resolver of names too, which has no timeout. */
    private static StatefulConnection<byte[], byte[]> connect(
            LeanClient single, RedisURI uri, RedisSettings settings, FirstFault fault) {
        Patience patience = new Patience(settings, fault, uri.getSentinels().isEmpty() ? 1 : 2);
        return patience.await(single.connectAsync(CODEC, uri).toCompletableFuture());
    }

    private static StatefulConnection<byte[], byte[]> connect(
            LeanClusterClient cluster, RedisSettings settings, FirstFault fault) {
        Patience patience = new Patience(settings, fault, 2);
        patience.await(cluster.refreshPartitionsAsync().toCompletableFuture());
        return patience.await(cluster.connectAsync(CODEC));
    }

    public RedisSettings settings() {
        return settings;
    }

    static CommandArgs<byte[], byte[]> args() {
        return new CommandArgs<>(CODEC);
    }

    /** Sends a command and does not wait for it. */
    <T> SentCommand<T> send(
            CommandType type, CommandOutput<byte[], byte[], T> output, CommandArgs<byte[], byte[]> args) {
        SentCommand<T> command = new SentCommand<>(new Command<>(type, output, args), fault);
        try {
            if (connection instanceof StatefulRedisClusterConnection<byte[], byte[]> cluster) {
                cluster.dispatch(command);
            } else {
                connection.dispatch(command);
            }
        } catch (RuntimeException e) {
            throw RedisFaults.of(e, settings, settings.commandTimeout(), fault);
        }
        return command;
    }

    /**
     * Waits for a command's answer, for the command timeout at the most.
     *
     * @throws StoreException where it does not come, or is an error
     */
    <T> T await(SentCommand<T> command) {
        return patience().await(command);
    }

    /** For several commands that are under way at once: together they get the time of one. */
    Patience patience() {
        return new Patience(settings, fault);
    }

    @Override
    public void close() {
        shut(client, resources);
    }

    /** Bounded, since a thread that waits for a resolver of names lets nobody close it. */
    private static void shut(@Nullable AbstractRedisClient client, ClientResources resources) {
        try {
            if (client != null) {
                client.shutdownAsync(0, CLOSING_MILLIS, TimeUnit.MILLISECONDS)
                        .get(CLOSING_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception closedAlready) {
            // Nothing is lost with a connection that does not close in order.
        }
        var unawaited = resources.shutdown(0, CLOSING_MILLIS, TimeUnit.MILLISECONDS);
        assert unawaited != null;
    }
}
