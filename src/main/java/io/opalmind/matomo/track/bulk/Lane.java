package io.opalmind.matomo.track.bulk;

import io.opalmind.matomo.track.Backoff;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** One connection: the hits of some visitors, in order, a batch at a time. Filled by the reader, emptied by a thread. */
final class Lane implements Runnable {
    /** Characters of the hits of one batch. */
    private static final int MOST_TEXT = 1 << 20;

    private static final List<ImportLine> SETTLE = new ArrayList<>();
    private static final List<ImportLine> END = new ArrayList<>();
    private static final long LOOK_UP_MILLIS = 100;

    private final BlockingQueue<List<ImportLine>> queue = new ArrayBlockingQueue<>(1);
    private final int batch;
    private final boolean keyed;
    private final Keys keys;
    private final Doubts doubts;
    private final Ledger ledger;
    private final Delivery delivery;
    private final Deliveries deliveries;
    private final Backoff backoff;
    private final Halt halt;

    private List<ImportLine> filling = new ArrayList<>();
    private final Set<String> fillingKeys = new HashSet<>();
    private long fillingText;

    Lane(
            int batch,
            boolean keyed,
            Keys keys,
            Doubts doubts,
            Ledger ledger,
            Delivery delivery,
            Deliveries deliveries,
            Backoff backoff,
            Halt halt) {
        this.batch = batch;
        this.keyed = keyed;
        this.keys = keys;
        this.doubts = doubts;
        this.ledger = ledger;
        this.delivery = delivery;
        this.deliveries = deliveries;
        this.backoff = backoff;
        this.halt = halt;
    }

    /** Takes a line; waits where the lane is behind. */
    void add(ImportLine line) throws InterruptedException {
        // Claims of one batch are made at once, so a key that comes twice makes two batches.
        if (keyed && !fillingKeys.add(line.hit().key())) {
            flush();
            fillingKeys.add(line.hit().key());
        }
        filling.add(line);
        fillingText += line.hit().query().length();
        if (filling.size() >= batch || fillingText >= MOST_TEXT) {
            flush();
        }
    }

    /** Has what is there sent, though the batch is not full. */
    void flush() throws InterruptedException {
        if (!filling.isEmpty()) {
            hand(filling);
            filling = new ArrayList<>(batch);
            fillingKeys.clear();
            fillingText = 0;
        }
    }

    /** Has all of it decided, also what waits for a key. */
    void settle() throws InterruptedException {
        flush();
        hand(SETTLE);
    }

    void end() throws InterruptedException {
        settle();
        hand(END);
    }

    private void hand(List<ImportLine> lines) throws InterruptedException {
        while (!halt.isCalled()) {
            if (queue.offer(lines, LOOK_UP_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    @Override
    public void run() {
        try {
            while (!halt.isCalled()) {
                List<ImportLine> lines = queue.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
                if (lines == END) {
                    return;
                }
                if (lines == SETTLE) {
                    settleHeld();
                } else if (lines != null) {
                    deliver(lines);
                }
            }
        } catch (Halt.HaltedException e) {
            // another lane, or a signal, has said why
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            halt.call(null);
        } catch (RuntimeException | Error e) {
            halt.call(e instanceof RuntimeException failure ? failure : new IllegalStateException(e));
        }
    }

    private void deliver(List<ImportLine> lines) {
        List<ImportLine> due = doubts.resolve(keys.claim(lines));
        if (!due.isEmpty()) {
            ledger.intend(due);
            try {
                delivery.deliver(due);
            } catch (RuntimeException e) {
                withdraw(due, e);
                throw e;
            }
        }
    }

    /** Notes of a batch that was broken off what surely did not arrive; what is decided stays so. */
    private void withdraw(List<ImportLine> lines, RuntimeException failure) {
        List<ImportLine> clear = new ArrayList<>(lines.size());
        for (ImportLine line : lines) {
            if (!line.mayHaveArrived()) {
                clear.add(line);
            }
        }
        try {
            ledger.withdraw(clear);
            keys.release(clear);
        } catch (RuntimeException alsoBroken) {
            failure.addSuppressed(alsoBroken); // then all of it is in doubt, which is safe
        }
    }

    /** Waits for keys that others hold: until they are done with them, or their lease is over. */
    private void settleHeld() {
        List<HeldLine> held = keys.held();
        for (int round = 1; !held.isEmpty(); round++) {
            if (!backoff.pause(backoff.delay(round, null))) {
                halt.check();
            }
            List<ImportLine> again = new ArrayList<>(held.size());
            long limit = System.nanoTime() - Keys.LEASE.toNanos();
            for (HeldLine waiting : held) {
                if (waiting.until() < limit) {
                    deliveries.unknown(
                            List.of(waiting.line()),
                            "has a key that " + waiting.owner() + " holds and does not let go");
                } else {
                    again.add(waiting.line());
                }
            }
            deliver(again);
            held = sooner(held, keys.held());
        }
    }

    /** Whoever prolongs a lease again and again is not waited for longer than for the first. */
    private static List<HeldLine> sooner(List<HeldLine> before, List<HeldLine> after) {
        List<HeldLine> held = new ArrayList<>(after.size());
        for (HeldLine line : after) {
            long until = line.until();
            for (HeldLine earlier : before) {
                until = earlier.line() == line.line() ? Math.min(until, earlier.until()) : until;
            }
            held.add(new HeldLine(line.line(), line.owner(), until));
        }
        return held;
    }
}
