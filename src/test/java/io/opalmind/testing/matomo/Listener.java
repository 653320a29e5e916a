package io.opalmind.testing.matomo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockWebServer;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/** A server on the loopback address that can go away and come back at the same port. */
final class Listener implements AutoCloseable {
    private final Dispatcher dispatcher;
    private final BooleanSupplier cut;
    private final @Nullable PrivateCa ca;
    private final int port;
    private volatile MockWebServer server;

    Listener(Dispatcher dispatcher, BooleanSupplier cut, @Nullable PrivateCa ca) {
        this.dispatcher = dispatcher;
        this.cut = cut;
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

    /** Lets go of the requests that the server keeps for those who ask it, as nobody does here. */
    void forgetRequests() throws InterruptedException {
        MockWebServer running = server;
        while (running != null && running.takeRequest(0, TimeUnit.NANOSECONDS) != null) {
            // One more is gone.
            continue;
        }
    }

    private MockWebServer start(int wanted) {
        MockWebServer fresh = new MockWebServer();
        fresh.setServerSocketFactory(new PromptSockets(cut));
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
