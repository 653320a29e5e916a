package io.opalmind.testing.matomo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockWebServer;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/** A server on the loopback address that can go away and come back at the same port. */
final class Listener implements AutoCloseable {
    private final Dispatcher dispatcher;
    private final @Nullable PrivateCa ca;
    private final int port;
    private MockWebServer server;

    Listener(Dispatcher dispatcher, @Nullable PrivateCa ca) {
        this.dispatcher = dispatcher;
        this.ca = ca;
        this.server = start(0);
        this.port = server.getPort();
    }

    int port() {
        return port;
    }

    /** Starts again after {@link #close}, at the same port. */
    void reopen() {
        server = start(port);
    }

    private MockWebServer start(int wanted) {
        MockWebServer fresh = new MockWebServer();
        fresh.setServerSocketFactory(new PromptSockets());
        fresh.setDispatcher(dispatcher);
        fresh.setProtocols(List.of(Protocol.HTTP_1_1));
        if (ca != null) {
            fresh.useHttps(ca.serverSockets());
        }
        try {
            fresh.start(InetAddress.getByName("127.0.0.1"), wanted);
        } catch (IOException unbound) {
            throw new UncheckedIOException("FakeMatomo cannot listen on port " + wanted, unbound);
        }
        return fresh;
    }

    /** Closes all connections; whoever connects then is refused. */
    @Override
    public void close() {
        server.close();
    }
}
