package io.opalmind.store.redis;

import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;

/**
 * Keeps what TLS fails of. With TLS 1.3 a server refuses a client's certificate after the connection counts as open, when
 * there need be no command whose fault it could be.
 */
final class TlsWitness implements NettyCustomizer {
    private final FirstFault fault;

    TlsWitness(FirstFault fault) {
        this.fault = fault;
    }

    @Override
    public void afterChannelInitialized(Channel channel) {
        ChannelPipeline pipeline = channel.pipeline();
        ChannelHandlerContext tls = pipeline.context(SslHandler.class);
        if (tls != null) {
            pipeline.addAfter(tls.name(), "tls-witness", new Handler(fault));
        }
    }

    private static final class Handler extends ChannelInboundHandlerAdapter {
        private final FirstFault fault;

        Handler(FirstFault fault) {
            this.fault = fault;
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
            fault.note(failure);
            context.fireExceptionCaught(failure);
        }
    }
}
