package io.opalmind.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A process that is stopped when closed, together with all that it started. */
final class SandboxProcess implements AutoCloseable {
    /** For what it still writes; its folder goes then. */
    private static final int LAST_WORDS_MS = 500;

    private @Nullable Process process;
    private boolean closed;

    /** Starts it. A close meanwhile waits, so that a signal finds the process, however early it comes. */
    synchronized Process start(ProcessBuilder builder) throws IOException {
        if (closed) {
            throw new IOException("stopped before it began");
        }
        Process started = builder.start();
        process = started;
        return started;
    }

    /** A shell that is told to end leaves alone what it runs; a test that went on would speak to nobody. */
    @Override
    public synchronized void close() {
        closed = true;
        if (process != null && process.isAlive()) {
            List<ProcessHandle> children = process.descendants().toList();
            process.destroy();
            children.forEach(ProcessHandle::destroy);
            waitFor(process);
        }
    }

    private static void waitFor(Process process) {
        try {
            process.waitFor(LAST_WORDS_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
