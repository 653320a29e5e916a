package io.opalmind.cli.archive;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A server on loopback for one client at a time, with a port of the system's choice. */
abstract class LoopbackStub implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    LoopbackStub() throws IOException {}

    /** Begins to serve, and hands itself back. */
    <T extends LoopbackStub> T started(Class<T> type) {
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
        return type.cast(this);
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                talk(client);
            } catch (IOException closed) {
                // The client or the training has ended.
            }
        }
    }

    /** Answers one client until it leaves. */
    abstract void talk(Socket client) throws IOException;

    @Override
    public void close() throws IOException {
        server.close();
    }
}
