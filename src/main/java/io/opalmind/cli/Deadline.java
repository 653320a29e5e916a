package io.opalmind.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends the process when {@code --deadline} has passed, whatever it waits for. */
final class Deadline extends Thread {
    private final Duration deadline;
    private final Invocation invocation;
    private final int code;
    private final CountDownLatch done = new CountDownLatch(1);

    /** @param code to end with */
    Deadline(Duration deadline, Invocation invocation, int code) {
        super("deadline");
        this.deadline = deadline;
        this.invocation = invocation;
        this.code = code;
        setDaemon(true);
    }

    /** The command has come to its end in time. */
    void met() {
        done.countDown();
    }

    @Override
    public void run() {
        try {
            if (!done.await(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                invocation.console().error("Not done within the deadline of " + deadline.toMillis() + " ms; given up.");
                invocation.cleanup().run();
                invocation.exit().leave(code);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
