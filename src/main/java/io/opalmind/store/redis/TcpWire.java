package io.opalmind.store.redis;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** A TCP connection, with TLS or without. */
final class TcpWire implements Wire {
    /** So much fits into the buffers of any system while the other side does not read. */
    private static final int NEVER_BLOCKS = 8 * 1024;

    private final Socket plain;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    private TcpWire(Socket plain, Socket socket) throws IOException {
        this.plain = plain;
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /** How to speak TLS: with what trust and identity, and whether the certificate must name the host. */
    record Tls(SSLSocketFactory sockets, boolean checksHost) {}

    static TcpWire connect(Node node, @Nullable Tls tls, TimeLimit limit) throws IOException {
        Socket plain = connect(node, limit);
        return tls == null ? new TcpWire(plain, plain) : secure(plain, node, tls, limit);
    }

    /** Tries each address of the host, as a name such as localhost may have one where nobody listens. */
    private static Socket connect(Node node, TimeLimit limit) throws IOException {
        InetAddress[] addresses = HostLookup.of(node.host(), limit);
        for (int i = 0; ; i++) {
            try {
                return connect(new InetSocketAddress(addresses[i], node.port()), limit.share(addresses.length - i));
            } catch (IOException e) {
                if (i == addresses.length - 1 || limit.isOver()) {
                    throw e;
                }
            }
        }
    }

    private static Socket connect(InetSocketAddress address, TimeLimit limit) throws IOException {
        // Without it the JDK would ask its settings for a SOCKS proxy.
        Socket socket = new Socket(Proxy.NO_PROXY);
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(address, limit.millis("no answer"));
            return socket;
        } catch (SocketTimeoutException e) {
            socket.close();
            throw limit.exceeded("no answer");
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static TcpWire secure(Socket plain, Node node, Tls tls, TimeLimit limit) throws IOException {
        Watchdog watchdog = Watchdog.over(plain, limit);
        try {
            SSLSocket secure = (SSLSocket) tls.sockets().createSocket(plain, node.host(), node.port(), true);
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm(tls.checksHost() ? "HTTPS" : "");
            secure.setSSLParameters(parameters);
            secure.startHandshake();
            return new TcpWire(plain, secure);
        } catch (IOException e) {
            plain.close();
            throw limit.isOver() ? limit.exceeded("no answer") : e;
        } finally {
            watchdog.off();
        }
    }

    @Override
    public void write(ByteBuf bytes, int unanswered, TimeLimit limit) throws IOException {
        if (unanswered + bytes.readableBytes() <= NEVER_BLOCKS) {
            bytes.readBytes(out, bytes.readableBytes());
            return;
        }
        Watchdog watchdog = Watchdog.over(this, limit);
        try {
            bytes.readBytes(out, bytes.readableBytes());
        } catch (IOException e) {
            throw limit.isOver() ? limit.exceeded("no answer") : e;
        } finally {
            watchdog.off();
        }
    }

    @Override
    public boolean read(ByteBuf into, TimeLimit limit) throws IOException {
        socket.setSoTimeout(limit.millis("no answer"));
        try {
            return into.writeBytes(in, CHUNK) >= 0;
        } catch (SocketTimeoutException e) {
            throw limit.exceeded("no answer");
        }
    }

    /** Without TLS' good-bye, which would wait for a Redis that hangs. */
    @Override
    public void close() {
        try {
            plain.close();
        } catch (IOException closed) {
            // Nothing is lost: what was sent was waited for.
        }
    }
}
