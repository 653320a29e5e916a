package io.opalmind.sandbox.http;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A few daemon threads, started when they are first needed, and a queue before them. */
final class Workers {
    private static final int THREADS = 8;
    private static final int QUEUE = 256;

    private final AtomicInteger started = new AtomicInteger();

    private Workers() {}

    /** Ends all threads, whatever they do, when shut down now. */
    static ExecutorService start() {
        return new ThreadPoolExecutor(
                THREADS,
                THREADS,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(QUEUE),
                new Workers()::thread,
                Workers::queue);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "sandbox-" + started.getAndIncrement());
        thread.setDaemon(true);
        // What goes wrong is the connection's end: the server cuts one off that was not answered.
        thread.setUncaughtExceptionHandler((worker, fault) -> {});
        return thread;
    }

    /** Where the queue is full the caller waits: the server takes no more connections then, and they queue in the kernel. */
    private static void queue(Runnable request, ThreadPoolExecutor workers) {
        try {
            if (!workers.isShutdown()) {
                workers.getQueue().put(request);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
