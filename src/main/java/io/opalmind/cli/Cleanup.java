package io.opalmind.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What has to be closed when a signal ends the process: connections and files that are half-written. At an ordinary end
 * it is closed by its command, and closing twice does nothing.
 */
final class Cleanup implements Runnable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    /** Notes it and hands it back. */
    synchronized <T extends AutoCloseable> T with(T resource) {
        open.push(resource);
        return resource;
    }

    /** Closes all, the last opened first. Never throws. */
    @Override
    public synchronized void run() {
        for (@Nullable AutoCloseable resource = open.poll(); resource != null; resource = open.poll()) {
            try {
                resource.close();
            } catch (Exception leaving) {
                // The process is ending; the others still want to be closed.
            }
        }
    }
}
