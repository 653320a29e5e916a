package io.opalmind.testing.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports of the loopback interface. They lie below those that the system gives to outgoing connections, so that a server
 * finds its port free again after a kill; and where a cluster's bus port, 10000 above, is still a port.
 */
public final class Ports {
    private static final int FIRST = 11_000;
    private static final int COUNT = 10_000;
    private static final int BUS = 10_000;

    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

    private Ports() {}

    /** A port where nothing listens, nor on its bus port; never the same twice in one JVM, as long as there are others. */
    static int free() {
        for (int i = 0; i < COUNT; i++) {
            int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
            if (isFree(port) && isFree(port + BUS)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port from " + FIRST + " on");
    }

    /** A port that refuses connections. */
    public static int refusing() {
        return free();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
