package io.opalmind.store.redis;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/**
 * Cuts a wire whose blocking call takes too long. The JDK gives a timeout to what reads from a TCP socket, but to no
 * write, no handshake as a whole, and to nothing of a Unix socket.
 */
final class Watchdog implements Runnable {
    private final Closeable wire;
    private final TimeLimit limit;
    private final Thread thread;
    private volatile boolean off;

    private Watchdog(Closeable wire, TimeLimit limit) {
        this.wire = wire;
        this.limit = limit;
        thread = new Thread(this, "redis-watchdog");
        thread.setDaemon(true);
    }

    /** Watches from now on. */
    static Watchdog over(Closeable wire, TimeLimit limit) {
        Watchdog watchdog = new Watchdog(wire, limit);
        watchdog.thread.start();
        return watchdog;
    }

    @Override
    public void run() {
        for (long left = limit.nanos(); !off; left = limit.nanos()) {
            if (left <= 0) {
                cut();
                return;
            }
            LockSupport.parkNanos(left);
        }
    }

    private void cut() {
        try {
            wire.close();
        } catch (IOException closed) {
            // That is what it was for.
        }
    }

    /** The call came back. */
    void off() {
        off = true;
        LockSupport.unpark(thread);
    }
}
