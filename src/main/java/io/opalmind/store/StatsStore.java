package io.opalmind.store;

import java.time.Instant;
import java.util.Map;

/** Counts what happens to the cache, over all invocations and hosts that share the store, by feature and by hour. */
public interface StatsStore extends AutoCloseable {
    /**
     * Counts one event at the present time. Costs no round trip of its own: it travels with the store's next command,
     * and {@link #close()} waits until it has arrived.
     *
     * @param feature letters and digits (ASCII), as {@link FeatureName} says
     * @throws StoreException where the store cannot be written, or the feature's name is none
     */
    void count(String feature, CacheEvent event);

    /**
     * The counters by feature.
     *
     * @param since counted from the start of this instant's hour (UTC); {@link Instant#EPOCH} is all that was ever
     *     counted
     * @throws StoreException where the store cannot be asked
     */
    Map<String, CacheCounters> counters(Instant since);

    /**
     * Lets all counters begin anew. What others count meanwhile may count or not.
     *
     * @throws StoreException where the store cannot be written
     */
    void reset();

    @Override
    void close();
}
