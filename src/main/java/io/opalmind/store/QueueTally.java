package io.opalmind.store;

import org.jspecify.annotations.Nullable;

/** Adds up how it stands with a queue, shard by shard. Public for the stores of other packages. */
public final class QueueTally {
    private final long now;
    private long pending;
    private long inFlight;
    private long oldestAt;
    private int attempts;
    private @Nullable String lastError;
    private long lastTriedAt = Long.MIN_VALUE;
    private boolean oneIsDue;
    private long dueAt;

    /**
     * Begins with nothing.
     *
     * @param now milliseconds since the epoch
     */
    public QueueTally(long now) {
        this.now = now;
    }

    /**
     * Adds a shard; one where nothing waits adds nothing.
     *
     * @param waiting how many hits wait in it
     * @param held whether some process is delivering it
     * @param first its oldest hit, or null where that cannot be read
     * @param triedAt when that was tried, or was added, in milliseconds since the epoch
     * @param due before then nothing of it is tried, in milliseconds since the epoch; 0 where that is now
     */
    public void add(long waiting, boolean held, @Nullable KeptHit first, long triedAt, long due) {
        if (waiting <= 0) {
            return;
        }
        pending += waiting;
        inFlight += held ? waiting : 0;
        if (due <= now) {
            oneIsDue = true;
        } else {
            dueAt = dueAt == 0 ? due : Math.min(dueAt, due);
        }
        if (first != null) {
            addFirst(first, triedAt);
        }
    }

    private void addFirst(KeptHit first, long triedAt) {
        oldestAt = oldestAt == 0 ? first.happenedAt() : Math.min(oldestAt, first.happenedAt());
        attempts = Math.max(attempts, first.attempts());
        if (first.lastError() != null && triedAt >= lastTriedAt) {
            lastError = first.lastError();
            lastTriedAt = triedAt;
        }
    }

    /**
     * The sum of it.
     *
     * @param dead hits that Matomo refused
     */
    public QueueSummary summary(long dead) {
        return new QueueSummary(pending, inFlight, oldestAt, dead, attempts, lastError, oneIsDue ? 0 : dueAt);
    }
}
