package io.opalmind.store.redis;

/**
 * Loads what a connection to Redis needs, beside the parsing of the command line: lettuce and netty are 1,700 classes, and
 * the second core is idle. Opens nothing and connects to nowhere. Measured: docs/adr/0001.
 */
public final class RedisWarmUp implements Runnable {
    /** Classes that a connection initialises one after the other, each with what it draws in. */
    private static final String[] CLASSES = {
        "io.lettuce.core.RedisCommandBuilder",
        "io.lettuce.core.protocol.CommandHandler",
        "io.lettuce.core.protocol.RedisStateMachine",
        "io.netty.channel.socket.nio.NioSocketChannel",
        "io.netty.channel.DefaultChannelPipeline",
        "io.netty.channel.nio.NioIoHandler",
        "io.netty.channel.MultiThreadIoEventLoopGroup",
        "io.netty.channel.SingleThreadIoEventLoop",
        "io.netty.channel.DefaultChannelId",
        "io.netty.channel.ChannelHandlerMask",
        "io.netty.channel.ChannelOutboundBuffer",
        "io.netty.channel.socket.DefaultSocketChannelConfig",
        "io.netty.buffer.UnpooledByteBufAllocator",
        "io.netty.buffer.UnpooledUnsafeDirectByteBuf",
        "io.netty.buffer.CompositeByteBuf",
        "io.netty.resolver.InetSocketAddressResolver",
        "io.netty.resolver.DefaultNameResolver",
        "io.netty.util.HashedWheelTimer",
        "io.lettuce.core.RedisHandshake",
        "io.lettuce.core.protocol.RedisHandshakeHandler",
        "io.lettuce.core.protocol.CommandEncoder",
        "io.lettuce.core.protocol.AsyncCommand",
        "io.lettuce.core.protocol.CommandArgs",
        "io.lettuce.core.protocol.CommandKeyword",
        "io.lettuce.core.output.ValueOutput",
        "io.lettuce.core.output.IntegerOutput",
        "io.lettuce.core.ConnectionEventTrigger",
        "io.lettuce.core.ChannelGroupListener",
        "io.lettuce.core.protocol.DemandAware$Sink",
        "reactor.core.publisher.MonoToCompletableFuture",
    };

    /** The end of the way to a connection: the one who needs it begins at the front meanwhile. */
    @Override
    public void run() {
        LeanResources.quieten();
        for (String name : CLASSES) {
            load(name);
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, true, RedisWarmUp.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError notInThisVersion) {
            // Then the connection will load what it needs by itself.
        }
    }
}
