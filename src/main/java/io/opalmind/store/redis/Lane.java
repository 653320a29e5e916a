package io.opalmind.store.redis;

import io.lettuce.core.protocol.Command;
import java.util.List;

/** The way to a Redis, or to the nodes of a cluster. Safe for several threads. */
interface Lane extends AutoCloseable {
    /**
     * Takes a command on; it goes out with the next flush or wait.
     *
     * @throws io.opalmind.store.StoreException where the connection is broken
     */
    <T> Reply<T> send(Command<byte[], byte[], T> command);

    /** Sends what was taken on, and does not wait for the answers. */
    void flush();

    /**
     * A way to each master, for commands that look at all keys; this one where there is but one. They close with it.
     *
     * @throws io.opalmind.store.StoreException where a master cannot be reached
     */
    List<? extends Lane> masters();

    /** At once, from any thread; a wait of another thread ends with an exception. */
    @Override
    void close();
}
