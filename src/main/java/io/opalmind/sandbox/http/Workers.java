package io.opalmind.sandbox.http;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A few daemon threads, started when they are first needed, and a queue before them. */
final class Workers implements Executor {
    private static final int THREADS = 8;
    private static final int QUEUE = 256;

    private final ArrayBlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(QUEUE);
    private final @Nullable Thread[] threads = new Thread[THREADS];
    private int started;
    private int idle;

    /** Where the queue is full the caller waits: the server takes no more connections then, and they queue in the kernel. */
    @Override
    public void execute(Runnable request) {
        startOneIfNeeded();
        try {
            waiting.put(request);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void startOneIfNeeded() {
        if (idle <= waiting.size() && started < THREADS) {
            Thread thread = new Thread(this::work, "sandbox-" + started);
            thread.setDaemon(true);
            thread.start();
            threads[started++] = thread;
        }
    }

    private void work() {
        try {
            while (true) {
                count(1);
                Runnable request = waiting.take();
                count(-1);
                request.run();
            }
        } catch (InterruptedException closed) {
            waiting.clear();
        }
    }

    private synchronized void count(int more) {
        idle += more;
    }

    synchronized void close() {
        for (int i = 0; i < started; i++) {
            Thread thread = threads[i];
            if (thread != null) {
                thread.interrupt();
            }
        }
    }
}
