package io.opalmind.testing.matomo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.BooleanSupplier;
import javax.net.ServerSocketFactory;

/**
 * Server sockets whose connections send at once. Headers and body go out separately, and without this each answer waits
 * 40 ms for the client's delayed acknowledgement.
 */
final class PromptSockets extends ServerSocketFactory {
    private final BooleanSupplier cut;

    /** @param cut asked of each new connection: whether to close it at once */
    PromptSockets(BooleanSupplier cut) {
        this.cut = cut;
    }

    private final class Prompt extends ServerSocket {
        Prompt() throws IOException {
            super();
        }

        Prompt(int port, int backlog, InetAddress address) throws IOException {
            super(port, backlog, address);
        }

        @Override
        public Socket accept() throws IOException {
            Socket socket = super.accept();
            while (cut.getAsBoolean()) {
                socket.close();
                socket = super.accept();
            }
            socket.setTcpNoDelay(true);
            return socket;
        }
    }

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new Prompt();
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return new Prompt(port, 0, InetAddress.getLoopbackAddress());
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        return new Prompt(port, backlog, InetAddress.getLoopbackAddress());
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        return new Prompt(port, backlog, address);
    }
}
