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
    /** The largest value that any store keeps, in bytes: a bigger report costs more to keep than to ask for again. */
    int MAX_VALUE_BYTES = 8 * 1024 * 1024;

    /**
     * The bytes under that key as they stand, whether their time is over or not; null where there are none.
     *
     * @throws StoreException where the store cannot be asked
     */
    byte @Nullable [] get(String key);

    /**
     * Keeps the bytes under that key, in place of what was there. A value of more than {@link #MAX_VALUE_BYTES} is not
     * kept, and what was there goes all the same, as it is no longer the latest.
     *
     * @param timeToLive more than zero; a store that counts in seconds rounds up
     * @throws IllegalArgumentException where the time to live is zero or less
     * @throws StoreException where the store cannot be written
     */
    void put(String key, byte[] value, Duration timeToLive);

    @Override
    void close();
}
