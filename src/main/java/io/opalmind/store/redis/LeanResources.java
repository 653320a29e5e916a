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
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Lettuce for a command that lives for a tenth of a second: no event bus, no metrics, no reconnecting, two threads, and
 * the JDK's address resolver. Each of these was measured (docs/adr/0001).
 */
final class LeanResources {
    private LeanResources() {}

    static ClientResources create(RedisSettings settings, FirstFault fault) {
        quieten();
        NettyCustomizer customizer = settings.speaksTls() ? new TlsWitness(fault) : new NettyCustomizer() {};
        return settings.cluster() ? forCluster(customizer) : new LeanClientResources(customizer);
    }

    /** A cluster's client looks its topology up in the background. */
    private static ClientResources forCluster(NettyCustomizer customizer) {
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

    /**
     * Native transports would be loaded, and only a Unix socket needs them. Holds for the whole JVM, and is asked for by
     * lettuce once: so this waits until it is known what is connected to.
     */
    static void chooseTransport(RedisSettings settings) {
        String url = settings.url();
        if (url == null || !(url.startsWith("redis-socket:") || url.startsWith("redis+socket:"))) {
            System.setProperty("io.lettuce.core.epoll", "false");
            System.setProperty("io.netty.transport.noNative", "true");
        }
    }

    /** Netty would log to stderr of its own accord. */
    static void quieten() {
        InternalLoggerFactory.setDefaultFactory(SilentLogging.FACTORY);
        System.setProperty("io.lettuce.core.iouring", "false");
        if (System.getProperty("os.name").equals("Linux")) {
            // The JDK's own choice, said before it looks through the jar for another.
            System.setProperty("java.nio.channels.spi.SelectorProvider", "sun.nio.ch.EPollSelectorProvider");
        }
        // By name: to look for a provider, slf4j would open the jar and read through it.
        System.setProperty("slf4j.provider", "org.slf4j.nop.NOPServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.setProperty("io.lettuce.core.jfr", "false");
        System.setProperty("io.netty.jfr.enabled", "false");
        // One connection of a tenth of a second: pools and the search for leaks are not worth their classes.
        System.setProperty("io.netty.allocator.type", "unpooled");
        System.setProperty("io.netty.leakDetectionLevel", "disabled");
        // Part of a channel's id, which nobody asks for; netty would go through the network interfaces for it.
        System.setProperty("io.netty.machineId", "00:00:00:00:00:01");
    }

    static ClientOptions options(RedisSettings settings) {
        return fill(ClientOptions.builder(), settings).build();
    }

    static ClusterClientOptions clusterOptions(RedisSettings settings) {
        ClusterClientOptions.Builder builder = ClusterClientOptions.builder();
        fill(builder, settings);
        // Commands wait until the master that owns their key is connected to; without reconnecting, lettuce would
        // refuse.
        builder.disconnectedBehavior(ClientOptions.DisconnectedBehavior.ACCEPT_COMMANDS);
        return builder.validateClusterNodeMembership(false).build();
    }

    private static ClientOptions.Builder fill(ClientOptions.Builder builder, RedisSettings settings) {
        builder.protocolVersion(ProtocolVersion.RESP2)
                .autoReconnect(false)
                .pingBeforeActivateConnection(false)
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
            ssl.trustManager(PemFile.certificate("REDIS_CA_FILE", ca));
        }
        if (certificate != null && key != null) {
            ssl.keyManager(
                    PemFile.certificate("REDIS_CERT_FILE", certificate),
                    PemFile.key("REDIS_KEY_FILE", key),
                    new char[0]);
        }
        return ssl.build();
    }
}
