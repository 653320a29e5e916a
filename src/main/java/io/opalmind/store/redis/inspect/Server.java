package io.opalmind.store.redis.inspect;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.output.KeyScanOutput;
import io.lettuce.core.output.NestedMultiOutput;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.output.ValueOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.opalmind.store.StoreException;
import io.opalmind.store.redis.RedisLink;
import io.opalmind.store.redis.Reply;
import io.opalmind.store.redis.TimeLimit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One master, and the commands that are asked of it. They go out with the wait for an answer, hundreds at a time. */
final class Server {
    static final String BYTES = "MEMORY USAGE";
    static final String IDLE = "OBJECT IDLETIME";
    static final String TYPE = "TYPE";
    static final String TTL = "PTTL";
    static final String LENGTH = "STRLEN";

    private final RedisLink link;
    private final Set<String> refused = new TreeSet<>();

    Server(RedisLink link) {
        this.link = link;
    }

    RedisLink link() {
        return link;
    }

    /** The commands that this user may not use, or this server does not know. */
    Set<String> refused() {
        return refused;
    }

    boolean answers(String command) {
        return !refused.contains(command);
    }

    /** What Redis answers; null for its nil, and where it does not tell, which is noted. */
    <T> @Nullable T answer(String command, Reply<T> reply, TimeLimit limit) {
        try {
            return reply.await(limit);
        } catch (StoreException e) {
            switch (Refusal.of(e)) {
                case COMMAND -> refused.add(command);
                case KEY -> {}
                case NONE -> throw e;
            }
            return null;
        }
    }

    Reply<KeyScanCursor<byte[]>> scan(String cursor, byte[] pattern, int count) {
        return link.send(
                CommandType.SCAN,
                new KeyScanOutput<>(RedisLink.CODEC),
                RedisLink.args()
                        .add(word(cursor))
                        .add(word("MATCH"))
                        .add(pattern)
                        .add(word("COUNT"))
                        .add(count));
    }

    Reply<String> type(byte[] key) {
        return status(CommandType.TYPE, RedisLink.args().addKey(key));
    }

    Reply<Long> ttl(byte[] key) {
        return number(CommandType.PTTL, RedisLink.args().addKey(key));
    }

    Reply<Long> length(byte[] key) {
        return number(CommandType.STRLEN, RedisLink.args().addKey(key));
    }

    Reply<Long> bytes(byte[] key) {
        return number(CommandType.MEMORY, RedisLink.args().add(word("USAGE")).addKey(key));
    }

    Reply<Long> idle(byte[] key) {
        return number(CommandType.OBJECT, RedisLink.args().add(word("IDLETIME")).addKey(key));
    }

    Reply<byte[]> encoding(byte[] key) {
        return value(CommandType.OBJECT, RedisLink.args().add(word("ENCODING")).addKey(key));
    }

    /** From that byte to that one, both included: of what is too long, the beginning. */
    Reply<byte[]> range(byte[] key, long from, long to) {
        return value(
                CommandType.GETRANGE, RedisLink.args().addKey(key).add(from).add(to));
    }

    Reply<byte[]> get(byte[] key) {
        return value(CommandType.GET, RedisLink.args().addKey(key));
    }

    Reply<byte[]> dump(byte[] key) {
        return value(CommandType.DUMP, RedisLink.args().addKey(key));
    }

    Reply<byte[]> value(CommandType type, CommandArgs<byte[], byte[]> args) {
        return link.send(type, new ValueOutput<>(RedisLink.CODEC), args);
    }

    Reply<Long> number(CommandType type, CommandArgs<byte[], byte[]> args) {
        return link.send(type, new IntegerOutput<>(RedisLink.CODEC), args);
    }

    Reply<String> status(CommandType type, CommandArgs<byte[], byte[]> args) {
        return link.send(type, new StatusOutput<>(RedisLink.CODEC), args);
    }

    Reply<List<Object>> list(CommandType type, CommandArgs<byte[], byte[]> args) {
        return link.send(type, new NestedMultiOutput<>(RedisLink.CODEC), args);
    }

    static byte[] word(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
