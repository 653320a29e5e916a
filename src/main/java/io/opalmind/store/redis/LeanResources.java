package io.opalmind.store.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.event.DefaultEventPublisherOptions;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.resolver.DefaultAddressResolverGroup;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.opalmind.store.redis.RedisAddress.Security;
import java.io.IOException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * lettuce and netty for a command that lives for a tenth of a second. Of a cluster's client: no event bus, no metrics, no
 * reconnecting, two threads, and the JDK's address resolver. Each of these was measured (docs/adr/0001).
 */
final class LeanResources {
    private LeanResources() {}

    /** A cluster's client looks its topology up in the background. */
    static ClientResources forCluster(RedisSettings settings, FirstFault fault) {
        quietenCluster();
        NettyCustomizer customizer = settings.speaksTls() ? new TlsWitness(fault) : new NettyCustomizer() {};
        return DefaultClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .eventBus(new SilentEventBus())
                .commandLatencyRecorder(CommandLatencyRecorder.disabled())
                .commandLatencyPublisherOptions(DefaultEventPublisherOptions.disabled())
                .nettyCustomizer(customizer)
                .addressResolverGroup(DefaultAddressResolverGroup.INSTANCE)
                .build();
    }

    /** Before anything else of netty's: what it would log to stderr, or look up, of its own accord. */
    static void quieten() {
        InternalLoggerFactory.setDefaultFactory(SilentLogging.FACTORY);
        System.setProperty("io.netty.leakDetection.level", "disabled");
        System.setProperty("io.netty.jfr.enabled", "false");
        // Else it reads /etc/os-release, for the sake of a native library that is not used.
        System.setProperty("io.netty.osClassifiers", "");
    }

    private static void quietenCluster() {
        System.setProperty("io.lettuce.core.epoll", "false");
        System.setProperty("io.lettuce.core.iouring", "false");
        System.setProperty("io.lettuce.core.jfr", "false");
        System.setProperty("io.netty.transport.noNative", "true");
        System.setProperty("io.netty.allocator.type", "unpooled");
        // By name: to look for a provider, slf4j would open the jar and read through it.
        System.setProperty("slf4j.provider", "org.slf4j.nop.NOPServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        // Part of a channel's id, which nobody asks for; netty would go through the network interfaces for it.
        System.setProperty("io.netty.machineId", "00:00:00:00:00:01");
    }

    static ClusterClientOptions clusterOptions(RedisSettings settings, Security security) throws IOException {
        ClusterClientOptions.Builder builder = ClusterClientOptions.builder();
        fill(builder, settings);
        if (security != Security.NONE) {
            builder.sslOptions(ssl(new TlsFiles(settings), security));
        }
        // Commands wait until the master that owns their key is connected to; without reconnecting, lettuce would
        // refuse.
        builder.disconnectedBehavior(ClientOptions.DisconnectedBehavior.ACCEPT_COMMANDS);
        return builder.validateClusterNodeMembership(false).build();
    }

    private static void fill(ClientOptions.Builder builder, RedisSettings settings) {
        builder.protocolVersion(ProtocolVersion.RESP2)
                .autoReconnect(false)
                .pingBeforeActivateConnection(false)
                .maintNotificationsConfig(MaintNotificationsConfig.builder()
                        .enableMaintNotifications(false)
                        .build())
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(settings.connectTimeout())
                        .build());
    }

    private static SslOptions ssl(TlsFiles files, Security security) throws IOException {
        SslOptions.Builder ssl = SslOptions.builder().jdkSslProvider();
        TrustManagerFactory trust = files.trust(security);
        KeyManagerFactory identity = files.identity();
        if (trust != null) {
            ssl.trustManager(trust);
        }
        if (identity != null) {
            ssl.keyManager(identity);
        }
        return ssl.build();
    }
}
