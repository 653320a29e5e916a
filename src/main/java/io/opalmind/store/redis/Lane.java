package io.opalmind.store.redis;

import io.lettuce.core.protocol.Command;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * A lane to each server that has keys of its own: this one, or those to the masters of a cluster, in the order of
     * their slots. They are closed with this one.
     *
     * @throws io.opalmind.store.StoreException where a master cannot be reached
     */
    List<Lane> masters();

    /** Host and port of the node where it leads to one of several, else null. */
    default @Nullable String node() {
        return null;
    }

    /** At once, from any thread; a wait of another thread ends with an exception. */
    @Override
    void close();
}
