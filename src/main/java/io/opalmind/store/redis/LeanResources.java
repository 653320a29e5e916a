package io.opalmind.store.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.event.DefaultEventPublisherOptions;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.netty.resolver.DefaultAddressResolverGroup;
import io.opalmind.store.StoreException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Lettuce for a command that lives for a tenth of a second: no event bus, no metrics, no reconnecting, two threads, and
 * the JDK's address resolver. Each of these was measured (docs/adr/0001).
 */
final class LeanResources {
    private LeanResources() {}

    static ClientResources create(RedisSettings settings) {
        NettySwitches.setFor(settings.url());
        return settings.cluster() ? forCluster() : new LeanClientResources();
    }

    /** A cluster's client looks its topology up in the background. */
    private static ClientResources forCluster() {
        return DefaultClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .eventBus(new SilentEventBus())
                .commandLatencyRecorder(CommandLatencyRecorder.disabled())
                .commandLatencyPublisherOptions(DefaultEventPublisherOptions.disabled())
                .addressResolverGroup(DefaultAddressResolverGroup.INSTANCE)
                .build();
    }

    static RedisURI uri(RedisSettings settings) {
        RedisURI uri = settings.url() == null ? fromParts(settings) : fromUrl(settings.url());
        uri.setTimeout(settings.connectTimeout());
        // Empty is none: it saves a round trip of CLIENT SETINFO.
        uri.setLibraryName("");
        uri.setLibraryVersion("");
        if (settings.tls()) {
            uri.setSsl(true);
        }
        authenticate(uri, settings);
        for (RedisURI sentinel : uri.getSentinels()) {
            sentinel.setTimeout(settings.connectTimeout());
        }
        return uri;
    }

    private static RedisURI fromUrl(String url) {
        try {
            return RedisURI.create(url);
        } catch (RuntimeException e) {
            // lettuce's message quotes the URL with its password
            throw new StoreException("REDIS_URL cannot be read", null);
        }
    }

    private static RedisURI fromParts(RedisSettings settings) {
        RedisURI uri = RedisURI.create(settings.host(), settings.port());
        uri.setDatabase(settings.database());
        return uri;
    }

    /** What stands in the URL wins; the password of REDIS_PASSWORD is for a URL that carries none. */
    private static void authenticate(RedisURI uri, RedisSettings settings) {
        String password = settings.password();
        boolean inUrl = settings.url() != null && settings.url().indexOf('@') >= 0;
        if (password == null || inUrl) {
            return;
        }
        RedisURI.Builder with = RedisURI.builder(uri);
        RedisURI signed = settings.username() == null
                ? with.withPassword(password.toCharArray()).build()
                : with.withAuthentication(settings.username(), password.toCharArray())
                        .build();
        uri.setCredentialsProvider(signed.getCredentialsProvider());
    }

    static ClientOptions options(RedisSettings settings) {
        return fill(ClientOptions.builder(), settings).build();
    }

    static ClusterClientOptions clusterOptions(RedisSettings settings) {
        ClusterClientOptions.Builder builder = ClusterClientOptions.builder();
        fill(builder, settings);
        // Connections to the nodes open with the first command for each, which has to wait for its own.
        return builder.validateClusterNodeMembership(false)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.ACCEPT_COMMANDS)
                .build();
    }

    private static ClientOptions.Builder fill(ClientOptions.Builder builder, RedisSettings settings) {
        builder.protocolVersion(ProtocolVersion.RESP2)
                .autoReconnect(false)
                .pingBeforeActivateConnection(false)
                // Saves a round trip; and a Redis that hangs in it would be reported as not connected.
                .maintNotificationsConfig(MaintNotificationsConfig.builder()
                        .enableMaintNotifications(false)
                        .build())
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(settings.connectTimeout())
                        .build());
        if (settings.caFile() != null || settings.certFile() != null) {
            builder.sslOptions(ssl(settings.caFile(), settings.certFile(), settings.keyFile()));
        }
        return builder;
    }

    private static SslOptions ssl(@Nullable Path ca, @Nullable Path certificate, @Nullable Path key) {
        SslOptions.Builder ssl = SslOptions.builder().jdkSslProvider();
        if (ca != null) {
            ssl.trustManager(ca.toFile());
        }
        if (certificate != null && key != null) {
            ssl.keyManager(certificate.toFile(), key.toFile(), new char[0]);
        }
        return ssl.build();
    }
}
