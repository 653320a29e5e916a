package io.opalmind.store.redis;

import io.netty.buffer.ByteBuf;
import java.io.File;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;

/** A connection over a Unix socket, by the JDK itself: none of netty's native libraries is needed. */
final class UnixWire implements Wire {
    private final SocketChannel channel;

    private UnixWire(SocketChannel channel) {
        this.channel = channel;
    }

    static UnixWire connect(String path, TimeLimit limit) throws IOException {
        if (!new File(path).exists()) {
            throw new WireException("no such socket");
        }
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(path);
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        Watchdog watchdog = Watchdog.over(channel, limit);
        try {
            channel.connect(address);
            return new UnixWire(channel);
        } catch (IOException e) {
            channel.close();
            throw limit.isOver() ? limit.exceeded("no answer") : e;
        } finally {
            watchdog.off();
        }
    }

    @Override
    public void write(ByteBuf bytes, int unanswered, TimeLimit limit) throws IOException {
        Watchdog watchdog = Watchdog.over(this, limit);
        try {
            while (bytes.isReadable()) {
                bytes.readBytes(channel, bytes.readableBytes());
            }
        } catch (IOException e) {
            throw limit.isOver() ? limit.exceeded("no answer") : e;
        } finally {
            watchdog.off();
        }
    }

    @Override
    public boolean read(ByteBuf into, TimeLimit limit) throws IOException {
        Watchdog watchdog = Watchdog.over(this, limit);
        int read;
        try {
            read = into.writeBytes(channel, CHUNK);
        } catch (IOException e) {
            throw limit.isOver() ? limit.exceeded("no answer") : e;
        } finally {
            watchdog.off();
        }
        // Of a channel that the watchdog closed, netty says that it is at its end.
        if (read < 0 && limit.isOver()) {
            throw limit.exceeded("no answer");
        }
        return read >= 0;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException closed) {
            // Nothing is lost: what was sent was waited for.
        }
    }
}
