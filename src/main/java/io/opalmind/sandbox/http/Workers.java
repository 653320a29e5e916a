package io.opalmind.sandbox.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;

/** A few daemon threads, started when they are first needed, and a queue before them. */
final class Workers implements Executor, AutoCloseable {
    private static final int THREADS = 8;
    private static final int QUEUE = 256;

    private final ArrayBlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(QUEUE);
    private final List<Thread> threads = new ArrayList<>();
    private int unfinished;
    private volatile boolean closed;

    /** Where the queue is full the caller waits: the server takes no more connections then, and they queue in the kernel. */
    @Override
    public void execute(Runnable request) {
        startOneIfNeeded();
        try {
            if (!closed) {
                waiting.put(request);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void startOneIfNeeded() {
        unfinished++;
        if (!closed && unfinished > threads.size() && threads.size() < THREADS) {
            Thread thread = new Thread(this::work, "sandbox-" + threads.size());
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    private void work() {
        try {
            while (!closed) {
                run(waiting.take());
                finish();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** What goes wrong here is the connection's end, not the worker's. */
    private static void run(Runnable request) {
        try {
            request.run();
        } catch (RuntimeException | Error lost) {
            // The server cuts a connection off that was not answered.
        }
    }

    private synchronized void finish() {
        unfinished--;
    }

    /** Ends all threads, whatever they do, and lets go of a caller that waits. */
    @Override
    public void close() {
        closed = true;
        synchronized (this) {
            threads.forEach(Thread::interrupt);
        }
        waiting.clear();
    }
}
