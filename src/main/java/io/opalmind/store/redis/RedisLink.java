package io.opalmind.store.redis;

import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.opalmind.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Redis that is open: one connection to a server, or the client of a cluster. Nothing reconnects, and closing does not
 * wait. Safe for several threads.
 */
public final class RedisLink implements AutoCloseable {
    /** Keys and values as bytes. */
    public static final ByteArrayCodec CODEC = ByteArrayCodec.INSTANCE;

    private final Lane lane;
    private final RedisSettings settings;

    private RedisLink(Lane lane, RedisSettings settings) {
        this.lane = lane;
        this.settings = settings;
    }

    /**
     * Connects and, where there is a password or the number of a database, signs in. A server that wants neither is asked
     * nothing: that it does not answer shows with the first command.
     *
     * @throws StoreException where that is not possible: within the connect timeout, or twice that time where a sentinel
     *     or a cluster has to be asked first
     */
    public static RedisLink open(RedisSettings settings) {
        LeanResources.quieten();
        RedisAddress address = RedisAddress.of(settings);
        Lane lane =
                settings.cluster() ? ClusterLane.open(settings, address) : new SocketOpening(settings, address).open();
        return new RedisLink(lane, settings);
    }

    /** Host and port of the server, for messages. */
    public String server() {
        String node = lane.node();
        return node == null ? settings.description() : node;
    }

    public RedisSettings settings() {
        return settings;
    }

    /** How it was opened. */
    public SignIn signIn() {
        return SignIn.of(RedisAddress.of(settings));
    }

    /** Of a command, none yet. */
    public static CommandArgs<byte[], byte[]> args() {
        return new CommandArgs<>(CODEC);
    }

    /** Takes a command on; it goes out with the next {@link #flush()}, or with the wait for any answer. */
    public <T> Reply<T> send(
            CommandType type, CommandOutput<byte[], byte[], T> output, CommandArgs<byte[], byte[]> args) {
        return lane.send(new Command<>(type, output, args));
    }

    /** Sends what was taken on, without a wait for the answers. */
    public void flush() {
        lane.flush();
    }

    /** For one command from now on, or for several that are under way: together they get the time of one. */
    public TimeLimit limit() {
        return TimeLimit.of(settings.commandTimeout());
    }

    /**
     * Waits for a command's answer, for the command timeout at the most.
     *
     * @return what Redis answered, null for its nil
     * @throws StoreException where it does not come, or is an error
     */
    public <T> @Nullable T await(Reply<T> reply) {
        return reply.await(limit());
    }

    /**
     * A link to each server that has keys of its own: this one, or those to the masters of a cluster, always in the same
     * order. They are closed with this one.
     *
     * @throws StoreException where a master cannot be reached
     */
    public List<RedisLink> masters() {
        List<RedisLink> links = new ArrayList<>();
        for (Lane master : lane.masters()) {
            links.add(master == lane ? this : new RedisLink(master, settings));
        }
        return links;
    }

    /** At once and from any thread; what was not waited for may be lost. */
    @Override
    public void close() {
        lane.close();
    }
}
