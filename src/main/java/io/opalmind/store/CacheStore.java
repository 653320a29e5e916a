package io.opalmind.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where reports are kept between invocations.
 *
 * <p>A store keeps bytes under a key for a time. It judges nothing: whether the bytes are a report is for the reader to
 * say, and a read never deletes. Safe for several processes at once.
 */
public interface CacheStore extends AutoCloseable {
    /**
     * The bytes under that key as they stand, whether their time is over or not; null where there are none.
     *
     * @throws StoreException where the store cannot be asked
     */
    byte @Nullable [] get(String key);

    /**
     * Keeps the bytes under that key, in place of what was there.
     *
     * @param timeToLive more than zero; a store that counts in seconds rounds up
     * @throws StoreException where the store cannot be written
     */
    void put(String key, byte[] value, Duration timeToLive);

    @Override
    void close();
}
