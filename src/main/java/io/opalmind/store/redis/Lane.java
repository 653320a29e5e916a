package io.opalmind.store.redis;

import io.lettuce.core.protocol.Command;

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

    /** At once, from any thread; a wait of another thread ends with an exception. */
    @Override
    void close();
}
