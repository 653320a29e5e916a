package io.opalmind.store.redis.inspect;

import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.opalmind.store.redis.RedisLink;
import io.opalmind.store.redis.Reply;
import io.opalmind.store.redis.TimeLimit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Removes keys that are still what they were when they were chosen. The comparing and the removing are one script with one
 * key, so that nobody writes in between; a time to live that has grown is a write too.
 */
final class Deletion {
    private static final byte[] MARK = script(
            "local value = redis.call('DUMP', KEYS[1])",
            "if value then return redis.sha1hex(value) end",
            "return false");

    private static final byte[] DELETE = script(
            "local value = redis.call('DUMP', KEYS[1])",
            "if not value then return 0 end",
            "local now = redis.call('PTTL', KEYS[1])",
            "local before = tonumber(ARGV[2])",
            "if redis.sha1hex(value) ~= ARGV[1] or now > before or (now < 0) ~= (before < 0) then return -1 end",
            "return redis.call('UNLINK', KEYS[1])");

    private static final int AT_ONCE = 250;

    private Deletion() {}

    private static byte[] script(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.US_ASCII);
    }

    /** Without those that are gone. */
    static List<MarkedKey> mark(Server server, List<FoundKey> keys) {
        List<MarkedKey> marked = new ArrayList<>(keys.size());
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            List<FoundKey> some = keys.subList(from, Math.min(keys.size(), from + AT_ONCE));
            List<Reply<byte[]>> replies = new ArrayList<>(some.size());
            for (FoundKey key : some) {
                replies.add(server.value(CommandType.EVAL, args(MARK, key)));
            }
            TimeLimit limit = server.link().limit();
            for (int i = 0; i < some.size(); i++) {
                byte @Nullable [] mark = replies.get(i).await(limit);
                if (mark != null) {
                    marked.add(new MarkedKey(some.get(i), new String(mark, StandardCharsets.US_ASCII)));
                }
            }
        }
        return marked;
    }

    static Deleted delete(Server server, List<MarkedKey> keys, Deleted before) {
        Deleted deleted = before;
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            List<MarkedKey> some = keys.subList(from, Math.min(keys.size(), from + AT_ONCE));
            List<Reply<Long>> replies = new ArrayList<>(some.size());
            for (MarkedKey marked : some) {
                replies.add(server.number(
                        CommandType.EVAL,
                        args(DELETE, marked.key())
                                .add(Server.word(marked.mark()))
                                .add(marked.key().ttlMillis())));
            }
            TimeLimit limit = server.link().limit();
            for (int i = 0; i < some.size(); i++) {
                Long answer = replies.get(i).await(limit);
                deleted = deleted.plus(some.get(i).key(), answer == null ? 0 : answer);
            }
        }
        return deleted;
    }

    private static CommandArgs<byte[], byte[]> args(byte[] script, FoundKey key) {
        return RedisLink.args().add(script).add(1).addKey(key.name());
    }
}
