package io.opalmind.store;

import org.jspecify.annotations.Nullable;

/**
 * How it stands with a queue.
 *
 * @param pending hits that wait, those under way included
 * @param inFlight of these, hits that some process is delivering right now (or those of its part of the queue)
 * @param oldestAt when the oldest of them happened, in milliseconds since the epoch; 0 where none waits
 * @param dead hits that Matomo refused
 * @param attempts the most that were made for one hit
 * @param lastError of the hit tried last, or null
 * @param dueAt before then no hit is tried again, in milliseconds since the epoch; 0 where one is due now or none waits
 */
public record QueueSummary(
        long pending,
        long inFlight,
        long oldestAt,
        long dead,
        int attempts,
        @Nullable String lastError,
        long dueAt) {
    public static final QueueSummary EMPTY = new QueueSummary(0, 0, 0, 0, 0, null, 0);

    /** Both together. */
    public QueueSummary plus(QueueSummary other) {
        return new QueueSummary(
                pending + other.pending,
                inFlight + other.inFlight,
                earlier(oldestAt, other.oldestAt),
                dead + other.dead,
                Math.max(attempts, other.attempts),
                lastError == null ? other.lastError : lastError,
                pending == 0 ? other.dueAt : other.pending == 0 ? dueAt : Math.min(dueAt, other.dueAt));
    }

    private static long earlier(long one, long other) {
        return one == 0 ? other : other == 0 ? one : Math.min(one, other);
    }
}
