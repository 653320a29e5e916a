package io.opalmind.testing.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A Unix socket that leads to a Redis on TCP, as no server of the test bed listens on one. */
public final class SocketFile implements AutoCloseable {
    private final ServerSocketChannel listener;
    private final InetSocketAddress target;
    private final AtomicInteger connections = new AtomicInteger();

    private SocketFile(ServerSocketChannel listener, InetSocketAddress target) {
        this.listener = listener;
        this.target = target;
    }

    public static SocketFile leadingTo(RedisServer redis, Path file) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(file));
        SocketFile socket = new SocketFile(listener, new InetSocketAddress(redis.host(), redis.port()));
        inBackground(socket::accept);
        return socket;
    }

    public int connections() {
        return connections.get();
    }

    private void accept() throws IOException {
        while (true) {
            SocketChannel near = listener.accept();
            connections.incrementAndGet();
            SocketChannel far = SocketChannel.open(target);
            inBackground(() -> pump(near, far));
            inBackground(() -> pump(far, near));
        }
    }

    private static void pump(SocketChannel from, SocketChannel to) throws IOException {
        try (from;
                to) {
            ByteBuffer buffer = ByteBuffer.allocate(8192);
            while (from.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
                buffer.clear();
            }
        }
    }

    /** Ends with its channel. */
    private interface Task {
        void run() throws IOException;
    }

    private static void inBackground(Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException closed) {
                        return;
                    }
                },
                "socket-file");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
