package io.opalmind.store.redis;

import org.jspecify.annotations.Nullable;

/** The answer to a command that was sent, or is about to be. */
public interface Reply<T> {
    /**
     * Waits for it.
     *
     * @return what Redis answered, null for its nil
     * @throws io.opalmind.store.StoreException where it does not come in time, or is an error
     */
    @Nullable
    T await(TimeLimit limit);
}
