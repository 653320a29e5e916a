package io.opalmind.matomo.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Ends what takes too long. A socket's own timeout starts anew with each byte, and neither it nor the one for connecting
 * covers the look-up of a name: a server that drips, or a dead name server, would hold a cron job for ever.
 */
final class OnTime {
    private OnTime() {}

    /**
     * Does the work on a thread of its own, which is left behind when the time is over.
     *
     * @throws SocketTimeoutException when it is
     */
    static <T> T run(Duration limit, Callable<T> work) throws IOException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "opalmind-http");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw (SocketTimeoutException) new SocketTimeoutException("the answer was still arriving").initCause(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (InterruptedIOException) new InterruptedIOException("interrupted").initCause(e);
        } catch (ExecutionException e) {
            throw unwrapped(e.getCause(), e);
        }
    }

    private static IOException unwrapped(@Nullable Throwable cause, ExecutionException failure) {
        if (cause instanceof IOException io) {
            return io;
        }
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException(failure);
    }
}
