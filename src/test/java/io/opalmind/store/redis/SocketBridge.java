package io.opalmind.store.redis;

import io.opalmind.testing.redis.RedisServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** A Unix socket that leads to a Redis of the test bed, which may stand in a container and then has none to offer. */
final class SocketBridge implements AutoCloseable {
    private final Path socket;
    private final ServerSocketChannel listener;
    private final InetSocketAddress redis;

    SocketBridge(Path socket, RedisServer redis) throws IOException {
        this.socket = socket;
        this.redis = new InetSocketAddress(redis.host(), redis.port());
        listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(socket));
        inBackground(this::accept);
    }

    Path socket() {
        return socket;
    }

    private void accept() throws IOException {
        while (true) {
            SocketChannel client = listener.accept();
            SocketChannel server = SocketChannel.open(redis);
            inBackground(() -> copy(client, server));
            inBackground(() -> copy(server, client));
        }
    }

    private static void copy(SocketChannel from, SocketChannel to) throws IOException {
        try (from;
                to) {
            ByteBuffer bytes = ByteBuffer.allocate(8192);
            while (from.read(bytes.clear()) >= 0) {
                bytes.flip();
                while (bytes.hasRemaining()) {
                    to.write(bytes);
                }
            }
        }
    }

    /** Ends with its channels. */
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
                "socket-bridge");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
