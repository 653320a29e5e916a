package io.opalmind.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hits that could not be delivered, kept until they are. What was added is there after a kill, of any process, at any
 * moment. Safe for several processes, with Redis for several hosts.
 *
 * <p>The queue has {@value #SHARDS} shards; a visitor's hits are all in one, in the order in which they were added. A shard
 * is delivered by one process at a time, so the order holds. One queue belongs to one Matomo.
 *
 * <p>Every method throws {@link StoreException} where the store cannot be read or written.
 */
public interface HitQueue extends AutoCloseable {
    int SHARDS = 16;

    /** The shard of that visitor ({@link KeptHit#visitor}): 0 to {@link #SHARDS} - 1, the same in every process. */
    static int shard(String visitor) {
        return Math.floorMod(visitor.hashCode() * 0x9E3779B9, SHARDS);
    }

    /** Keeps hits, in this order. When it returns they are safe. */
    void add(List<KeptHit> hits);

    /** How many hits wait in that shard. As fast as can be: it is asked before every single hit is sent. */
    long waiting(int shard);

    /**
     * Takes a shard for this process.
     *
     * @param lease for so long it stays ours after the last {@link Shard#next}, should this process die without a word;
     *     a store that sees the death of a process may let go at once
     * @param all whether also what is not due yet is to be delivered
     * @return null where another process has it
     */
    @Nullable
    Shard take(int shard, Duration lease, boolean all);

    /** The same, for what is due. */
    default @Nullable Shard take(int shard, Duration lease) {
        return take(shard, lease, false);
    }

    /** How it stands. */
    QueueSummary summary();

    /** Shows what waits, shard after shard, each in order. */
    void forEachWaiting(Consumer<KeptHit> consumer);

    /** Shows the hits that Matomo refused, the oldest first; {@link KeptHit#lastError} says why. */
    void forEachDead(Consumer<KeptHit> consumer);

    /** Puts the hits that Matomo refused into the queue again, and says how many. */
    long reviveDead();

    @Override
    void close();

    /** A shard that is this process' own until it is closed. Not for several threads. */
    interface Shard extends AutoCloseable {
        /**
         * The oldest hits, in order, and the lease anew. The same ones again until they are ended by one of the methods
         * below.
         *
         * @return empty where nothing waits, or what waits is not yet due and the shard was not taken for all
         * @throws StoreException where the shard is no longer ours, too
         */
        List<KeptHit> next(int most);

        /** These are delivered, or known to have been: they go. They must come from the last {@link #next}. */
        void delivered(List<KeptHit> hits);

        /**
         * This one could not be delivered, so nothing behind it was tried: it stays the first.
         *
         * @param now the hit with its attempts, and why
         * @param dueAt before then nothing of the shard is tried again
         */
        void failed(KeptHit now, Instant dueAt);

        /** Matomo refuses this one for good: it goes to the dead letters, {@link KeptHit#lastError} says why. */
        void refused(KeptHit now);

        @Override
        void close();
    }
}
