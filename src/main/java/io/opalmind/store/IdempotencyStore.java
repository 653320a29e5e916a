package io.opalmind.store;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that of several processes with one key one sends, and remembers what was delivered.
 *
 * <p>A hit's way: {@link #claim} → send → {@link #complete}, or {@link #release} where nothing was sent or where the
 * queue has it. A claim holds the hit itself, so that it is not lost with a process that is killed between: when its lease
 * has run out, or its owner is known to be dead, it shows up in {@link #abandoned}. Safe for several processes, and for
 * several threads. Lists are worked on in one round trip, or in pipelines of a few hundred.
 *
 * <p>Every method throws {@link StoreException} where the store cannot be asked or written.
 */
public interface IdempotencyStore extends AutoCloseable {
    /**
     * Claims the key of each hit, each on its own.
     *
     * @param hits with keys that differ
     * @param lease more than zero
     * @return an outcome for each, in their order
     */
    List<Claim> claim(List<KeptHit> hits, Duration lease);

    /**
     * Prolongs claims of ours.
     *
     * @return false where one of them is no longer ours: another has taken it over, and the hit is its to deliver
     */
    boolean renew(List<String> keys, Duration lease);

    /**
     * Records what was delivered, and then ends the claims on it, where they are still ours. A record replaces what was
     * there.
     */
    void complete(List<HitRecord> records);

    /** Ends claims of ours; others are left alone. */
    void release(List<String> keys);

    /** The record under each key, in their order; null where there is none or what stands there is damaged. */
    List<@Nullable HitRecord> find(List<String> keys);

    /** Hits of claims that nobody works on any more, the oldest first. They stay until they are claimed and ended. */
    List<KeptHit> abandoned(int most);

    @Override
    void close();
}
