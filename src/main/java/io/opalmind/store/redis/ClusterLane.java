package io.opalmind.store.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.SslVerifyMode;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.ConnectionIntent;
import io.lettuce.core.resource.ClientResources;
import io.opalmind.store.redis.RedisAddress.Security;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A cluster, by lettuce's own client: it knows which node has a key, and follows a move. */
final class ClusterLane implements Lane {
    private static final long CLOSING_MILLIS = 250;

    private final LeanClusterClient client;
    private final ClientResources resources;
    private final RedisSettings settings;
    private final FirstFault fault;
    private final StatefulRedisClusterConnection<byte[], byte[]> connection;

    private ClusterLane(
            LeanClusterClient client,
            ClientResources resources,
            RedisSettings settings,
            FirstFault fault,
            StatefulRedisClusterConnection<byte[], byte[]> connection) {
        this.client = client;
        this.resources = resources;
        this.settings = settings;
        this.fault = fault;
        this.connection = connection;
    }

    /** @throws io.opalmind.store.StoreException within twice the connect timeout where that is not possible */
    static ClusterLane open(RedisSettings settings, RedisAddress address) {
        FirstFault fault = new FirstFault();
        ClientResources resources = LeanResources.forCluster(settings, fault);
        LeanClusterClient client = null;
        try {
            client = new LeanClusterClient(resources, seeds(settings, address));
            client.setOptions(LeanResources.clusterOptions(settings, address.security()));
            Patience patience = new Patience(settings, fault, 2);
            patience.await(client.refreshPartitionsAsync().toCompletableFuture());
            return new ClusterLane(
                    client, resources, settings, fault, patience.await(client.connectAsync(RedisLink.CODEC)));
        } catch (IOException | RuntimeException e) {
            shut(client, resources);
            throw RedisFaults.of(e, settings, settings.connectTimeout(), fault);
        }
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

    /** Each command is on its way already. */
    @Override
    public void flush() {}

    @Override
    public List<Lane> masters() {
        List<RedisClusterNode> owners = new ArrayList<>();
        for (RedisClusterNode node : connection.getPartitions()) {
            if (node.is(RedisClusterNode.NodeFlag.UPSTREAM) && !node.getSlots().isEmpty()) {
                owners.add(node);
            }
        }
        owners.sort(Comparator.comparingInt(node -> node.getSlots().get(0)));
        List<Lane> lanes = new ArrayList<>();
        Patience patience = new Patience(settings, fault, owners.size());
        for (RedisClusterNode node : owners) {
            CompletableFuture<StatefulRedisConnection<byte[], byte[]>> opening =
                    connection.getConnectionAsync(node.getNodeId(), ConnectionIntent.WRITE);
            RedisURI uri = node.getUri();
            Node at = new Node(uri.getHost(), uri.getPort());
            lanes.add(new NodeLane(at, patience.await(opening), settings, fault));
        }
        return lanes;
    }

    @Override
    public void close() {
        shut(client, resources);
    }

    /** Bounded, since a thread that waits for a resolver of names lets nobody close it. */
    private static void shut(@Nullable LeanClusterClient client, ClientResources resources) {
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

    /** lettuce takes the sign-in and the security of the first seed for all nodes. */
    private static List<RedisURI> seeds(RedisSettings settings, RedisAddress address) {
        List<RedisURI> seeds = new ArrayList<>();
        for (Node node : address.nodes()) {
            RedisURI seed = RedisURI.create(node.host(), node.port());
            seed.setTimeout(settings.connectTimeout());
            seed.setSsl(address.security() != Security.NONE);
            seed.setVerifyPeer(verification(address.security()));
            // Empty is none: it saves a round trip of CLIENT SETINFO.
            seed.setLibraryName("");
            seed.setLibraryVersion("");
            seed.setClientName(address.clientName());
            String password = address.password();
            if (password != null) {
                seed.setAuthentication(address.username(), password.toCharArray());
            }
            seeds.add(seed);
        }
        return seeds;
    }

    private static SslVerifyMode verification(Security security) {
        return switch (security) {
            case UNVERIFIED -> SslVerifyMode.NONE;
            case TRUSTED -> SslVerifyMode.CA;
            case NONE, FULL -> SslVerifyMode.FULL;
        };
    }
}
