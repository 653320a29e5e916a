package io.opalmind.matomo.track.bulk;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The lines between the first that is not decided and the last that was read: a ring of fixed size, so that memory and
 * journal stay small however far one lane falls behind the others. What lies before it is the {@link #mark}.
 */
final class Window {
    private final Lock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final long[] numbers;
    private final long[] offsets;
    private final boolean[] decided;
    /** The ordinal of the first line that is not decided. */
    private long first;
    /** The ordinal of the line that is read next. */
    private long last;

    private Mark behind;

    Window(int size, Mark start) {
        numbers = new long[size];
        offsets = new long[size];
        decided = new boolean[size];
        behind = start;
    }

    /**
     * Takes a line that was read, in order.
     *
     * @param next where the line behind it begins
     * @return its ordinal, or -1 where there is no room
     */
    long add(long number, long offset, Mark next) {
        lock.lock();
        try {
            if (last - first == numbers.length) {
                return -1;
            }
            int slot = (int) (last % numbers.length);
            numbers[slot] = number;
            offsets[slot] = offset;
            decided[slot] = false;
            behind = next;
            return last++;
        } finally {
            lock.unlock();
        }
    }

    void decide(long[] ordinals, int count) {
        lock.lock();
        try {
            for (int i = 0; i < count; i++) {
                decided[(int) (ordinals[i] % numbers.length)] = true;
            }
            long before = first;
            while (first < last && decided[(int) (first % numbers.length)]) {
                first++;
            }
            if (first > before) {
                moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is room, or the time is over. */
    void awaitRoom(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (last - first == numbers.length && left > 0) {
                left = moved.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The first line that is not decided; where all are, the place behind the last that was read. */
    Mark mark() {
        lock.lock();
        try {
            int slot = (int) (first % numbers.length);
            return first == last ? behind : new Mark(numbers[slot], offsets[slot]);
        } finally {
            lock.unlock();
        }
    }
}
