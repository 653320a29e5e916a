package io.opalmind.testing.matomo;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An HTTP proxy on the loopback address that counts what goes through it; with Basic authentication where asked. */
public final class FakeProxy implements AutoCloseable {
    private final ServerSocket server;
    private final @Nullable String credentials;
    private final List<String> connects = new CopyOnWriteArrayList<>();
    private final List<String> forwards = new CopyOnWriteArrayList<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private FakeProxy(@Nullable String credentials) {
        this.credentials = credentials;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException unbound) {
            throw new UncheckedIOException(unbound);
        }
        thread(this::accept);
    }

    /** A proxy for everyone. */
    public static FakeProxy open() {
        return new FakeProxy(null);
    }

    /** A proxy that answers 407 unless user and password are given by Basic authentication. */
    public static FakeProxy withPassword(String user, String password) {
        byte[] plain = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new FakeProxy("Basic " + Base64.getEncoder().encodeToString(plain));
    }

    public int port() {
        return server.getLocalPort();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** The targets of tunnels, {@code host:port} each. */
    public List<String> connects() {
        return List.copyOf(connects);
    }

    /** The absolute URLs of requests that were forwarded. */
    public List<String> forwards() {
        return List.copyOf(forwards);
    }

    /** The targets of requests that were answered with 407. */
    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                thread(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            ProxyRequest request = ProxyRequest.read(in);
            while (request != null && answer(request, in, client)) {
                request = ProxyRequest.read(in);
            }
        } catch (IOException broken) {
            // The client or the server went away, as it may.
            open.remove(client);
        }
    }

    /** Whether the client may ask again on this connection. */
    private boolean answer(ProxyRequest request, InputStream in, Socket client) throws IOException {
        if (credentials != null && !credentials.equals(request.header("Proxy-Authorization"))) {
            refusals.add(request.target());
            write(
                    client,
                    "HTTP/1.1 407 Proxy Authentication Required\r\n"
                            + "Proxy-Authenticate: Basic realm=\"fake\"\r\nContent-Length: 0\r\n\r\n");
            return true;
        }
        if (request.isConnect()) {
            connects.add(request.target());
            tunnel(request, in, client);
            return false;
        }
        forwards.add(request.target());
        client.getOutputStream().write(request.forward());
        return true;
    }

    private void tunnel(ProxyRequest request, InputStream in, Socket client) throws IOException {
        URI target = URI.create("tunnel://" + request.target());
        try (Socket server = new Socket(target.getHost(), target.getPort())) {
            open.add(server);
            write(client, "HTTP/1.1 200 Connection established\r\n\r\n");
            Thread back = thread(() -> pump(server, client));
            in.transferTo(server.getOutputStream());
            server.shutdownOutput();
            back.join();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException broken) {
            closeQuietly(to);
        }
    }

    private static void write(Socket client, String head) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "FakeProxy");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception gone) {
            // It is closed, one way or the other.
            return;
        }
    }

    @Override
    public void close() {
        closeQuietly(server);
        open.forEach(FakeProxy::closeQuietly);
    }
}
