package io.opalmind.sandbox.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;

/** The JDK's own server on 127.0.0.1, kept within bounds, with daemon threads alone. */
public final class Server implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int BACKLOG = 64;

    static {
        // The server reads these once, when its classes are loaded, and has no other way to be told. A client that is
        // slower than this is cut off, else a handful of them would hold all threads.
        preset("sun.net.httpserver.maxReqTime", "10");
        preset("sun.net.httpserver.maxRspTime", "30");
        preset("sun.net.httpserver.maxReqHeaders", "100");
        preset("sun.net.httpserver.maxReqHeaderSize", "65536");
        preset("jdk.httpserver.maxConnections", "512");
        // Else header and body go out apart, and the second waits for the client's acknowledgement: 40 ms.
        preset("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService workers;

    private Server(HttpServer server, ExecutorService workers) {
        this.server = server;
        this.workers = workers;
    }

    /**
     * Starts to serve.
     *
     * @param port 0 takes any that is free
     */
    public static Server start(int port, Wire wire) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
        HttpServer server = HttpServer.create(address, BACKLOG);
        ExecutorService workers = Workers.start();
        server.createContext("/", new Handler(wire));
        server.setExecutor(workers);
        startAsDaemon(server);
        return new Server(server, workers);
    }

    /** Its dispatcher becomes a daemon where a daemon starts it, and there is no other way. */
    private static void startAsDaemon(HttpServer server) {
        Thread starter = new Thread(server::start, "sandbox-start");
        starter.setDaemon(true);
        starter.start();
        boolean interrupted = false;
        while (starter.isAlive()) {
            try {
                starter.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void preset(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** The port that it listens to. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        workers.shutdownNow();
        server.stop(0);
    }
}
