package io.opalmind.store.redis;

import io.lettuce.core.event.DefaultEventPublisherOptions;
import io.lettuce.core.event.EventBus;
import io.lettuce.core.event.EventPublisherOptions;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultEventLoopGroupProvider;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.DnsResolvers;
import io.lettuce.core.resource.EventLoopGroupProvider;
import io.lettuce.core.resource.NettyCustomizer;
import io.lettuce.core.resource.SocketAddressResolver;
import io.lettuce.core.tracing.Tracing;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.DefaultAddressResolverGroup;
import io.netty.util.HashedWheelTimer;
import io.netty.util.Timer;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one connection of a command that lives for a tenth of a second needs: one thread and the JDK's resolver of names.
 * lettuce's own DefaultClientResources makes netty's DNS resolver ready whether it is used or not (docs/adr/0001).
 */
final class LeanClientResources implements ClientResources {
    private final EventLoopGroupProvider loops = new DefaultEventLoopGroupProvider(1);
    private final EventBus events = new SilentEventBus();
    private final NettyCustomizer customizer;
    private final SocketAddressResolver addresses = SocketAddressResolver.create(DnsResolvers.UNRESOLVED);
    private @Nullable Timer timer;

    LeanClientResources(NettyCustomizer customizer) {
        this.customizer = customizer;
    }

    @Override
    public AddressResolverGroup<?> addressResolverGroup() {
        return DefaultAddressResolverGroup.INSTANCE;
    }

    @Override
    public SocketAddressResolver socketAddressResolver() {
        return addresses;
    }

    @Override
    public EventLoopGroupProvider eventLoopGroupProvider() {
        return loops;
    }

    @Override
    public int ioThreadPoolSize() {
        return 1;
    }

    @Override
    public int computationThreadPoolSize() {
        return 1;
    }

    /** Nothing is done in the background, so what there is to do is done at once. */
    @Override
    public EventExecutorGroup eventExecutorGroup() {
        return ImmediateEventExecutor.INSTANCE;
    }

    /** Bounds the signing in. A daemon, so that a JVM may end with it. */
    @Override
    public synchronized Timer timer() {
        Timer running = timer;
        if (running == null) {
            running = new HashedWheelTimer(new DefaultThreadFactory("redis-timer", true));
            timer = running;
        }
        return running;
    }

    @Override
    public EventBus eventBus() {
        return events;
    }

    @Override
    public NettyCustomizer nettyCustomizer() {
        return customizer;
    }

    @Override
    public Delay reconnectDelay() {
        return Delay.constant(Duration.ZERO);
    }

    @Override
    public CommandLatencyRecorder commandLatencyRecorder() {
        return CommandLatencyRecorder.disabled();
    }

    @Override
    public EventPublisherOptions commandLatencyPublisherOptions() {
        return DefaultEventPublisherOptions.disabled();
    }

    @Override
    public Tracing tracing() {
        return Tracing.disabled();
    }

    @Override
    public Builder mutate() {
        throw new UnsupportedOperationException("one connection, one set of resources");
    }

    @Override
    public Future<Boolean> shutdown() {
        return shutdown(0, 0, TimeUnit.MILLISECONDS);
    }

    @Override
    public Future<Boolean> shutdown(long quietPeriod, long timeout, TimeUnit timeUnit) {
        stopTimer();
        return loops.shutdown(quietPeriod, timeout, timeUnit);
    }

    private synchronized void stopTimer() {
        if (timer != null) {
            timer.stop();
        }
    }
}
