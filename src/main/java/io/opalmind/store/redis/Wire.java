package io.opalmind.store.redis;

import io.netty.buffer.ByteBuf;
import java.io.Closeable;
import java.io.IOException;

/** Bytes to a Redis and back. Every call ends within its limit, whatever the other side does. */
interface Wire extends Closeable {
    /** How much one read asks for. */
    int CHUNK = 32 * 1024;

    /**
     * Sends all of the bytes.
     *
     * @param unanswered how many bytes went before them that the other side may not have read yet
     * @throws WireException where the time is over
     */
    void write(ByteBuf bytes, int unanswered, TimeLimit limit) throws IOException;

    /**
     * Waits for bytes and appends them.
     *
     * @return false where the other side has closed
     * @throws WireException where the time is over
     */
    boolean read(ByteBuf into, TimeLimit limit) throws IOException;

    /** At once, from any thread, twice if need be; a call that waits comes back with an exception. */
    @Override
    void close();
}
