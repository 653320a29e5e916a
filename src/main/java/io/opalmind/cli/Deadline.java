package io.opalmind.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Ends the process when {@code --deadline} has passed, whatever it waits for. */
final class Deadline {
    private Deadline() {}

    static void start(@Nullable Duration deadline, Invocation invocation) {
        if (deadline == null) {
            return;
        }
        Thread watch = new Thread(() -> watch(deadline, invocation), "deadline");
        watch.setDaemon(true);
        watch.start();
    }

    private static void watch(Duration deadline, Invocation invocation) {
        try {
            boolean never = new CountDownLatch(1).await(deadline.toMillis(), TimeUnit.MILLISECONDS);
            if (!never) {
                invocation.console().error("Not done within the deadline of " + deadline.toMillis() + " ms; given up.");
                invocation.cleanup().run();
                invocation.exit().leave(ExitCode.UNREACHABLE);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
