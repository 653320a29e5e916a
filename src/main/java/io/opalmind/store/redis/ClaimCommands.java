package io.opalmind.store.redis;

import io.lettuce.core.ScoredValue;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.output.ScoredValueListOutput;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.output.ValueOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.opalmind.store.ClaimEntry;
import io.opalmind.store.HitRecord;
import io.opalmind.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The commands of claims and records, sent and not waited for. One server does them in the order in which they are sent;
 * the nodes of a cluster do not, so there {@link #inOrder} waits.
 */
final class ClaimCommands {
    private static final byte[] NX = bytes("NX");
    private static final byte[] PX = bytes("PX");
    private static final byte[] WITHSCORES = bytes("WITHSCORES");

    private final RedisLink link;
    private final boolean cluster;
    private final String records;
    private final String claims;
    private final byte[] index;

    /**
     * @param prefix of records
     * @param matomo tells one Matomo from another
     */
    ClaimCommands(RedisLink link, String prefix, String matomo) {
        this.link = link;
        this.cluster = link.settings().cluster();
        this.records = prefix;
        this.claims = "opalmind:claim:" + prefix;
        this.index = bytes("opalmind:claims:" + prefix + matomo);
    }

    boolean cluster() {
        return cluster;
    }

    TimeLimit limit() {
        return link.limit();
    }

    /** Sees to it that what is sent from now on happens later. */
    void inOrder(List<? extends Reply<?>> sent, TimeLimit limit) {
        if (cluster) {
            for (Reply<?> reply : sent) {
                reply.await(limit);
            }
        }
    }

    /** To be read by {@link #value}. */
    Reply<byte[]> record(String key) {
        return get(records, key);
    }

    /** To be read by {@link #value}. */
    Reply<byte[]> claim(String key) {
        return get(claims, key);
    }

    private Reply<byte[]> get(String prefix, String key) {
        return link.send(
                CommandType.GET,
                new ValueOutput<>(RedisLink.CODEC),
                RedisLink.args().addKey(bytes(prefix + key)));
    }

    /** What was read; null also where something of another type stands there, put by someone else. */
    static byte @Nullable [] value(Reply<byte[]> reply, TimeLimit limit) {
        try {
            return reply.await(limit);
        } catch (StoreException e) {
            if (String.valueOf(e.getMessage()).startsWith("WRONGTYPE")) {
                return null;
            }
            throw e;
        }
    }

    Reply<String> save(HitRecord record, long seconds) {
        return link.send(
                CommandType.SETEX,
                new StatusOutput<>(RedisLink.CODEC),
                RedisLink.args()
                        .addKey(bytes(records + record.key()))
                        .add(seconds)
                        .addValue(record.toJson()));
    }

    /** Milliseconds that a claim has left; negative where there is none. */
    Reply<Long> left(String key) {
        return link.send(
                CommandType.PTTL,
                new IntegerOutput<>(RedisLink.CODEC),
                RedisLink.args().addKey(bytes(claims + key)));
    }

    /** Null is the answer where there is a claim. */
    Reply<String> make(ClaimEntry claim, long millis) {
        return link.send(
                CommandType.SET,
                new StatusOutput<>(RedisLink.CODEC),
                RedisLink.args()
                        .addKey(bytes(claims + claim.hit().key()))
                        .addValue(claim.toJson())
                        .add(NX)
                        .add(PX)
                        .add(millis));
    }

    /** @param most milliseconds that the other one may have to live */
    Reply<Long> takeOver(byte[] other, long most, ClaimEntry claim, long millis) {
        CommandArgs<byte[], byte[]> args = script(ClaimScripts.TAKE_OVER, 1)
                .addKey(bytes(claims + claim.hit().key()));
        return eval(args.addValue(other).add(most).addValue(claim.toJson()).add(millis));
    }

    Reply<Long> renew(String key, String owner, long millis) {
        CommandArgs<byte[], byte[]> args = script(ClaimScripts.RENEW, 1).addKey(bytes(claims + key));
        return eval(args.addValue(ClaimEntry.head(owner)).add(millis));
    }

    /**
     * Ends a claim where it is that one, and takes it out of the index; in a cluster the latter has to be asked for apart.
     *
     * @param recorded whether only where there is a record
     */
    Reply<Long> end(String key, String owner, long since, boolean recorded) {
        int keys = cluster ? 1 : recorded ? 3 : 2;
        CommandArgs<byte[], byte[]> args = script(ClaimScripts.END, keys).addKey(bytes(claims + key));
        if (keys > 1) {
            args.addKey(index);
        }
        if (keys > 2) {
            args.addKey(bytes(records + key));
        }
        return eval(args.addValue(ClaimEntry.head(owner)).addValue(bytes(key)).add(since));
    }

    /** Enters claims that are about to be made. */
    Reply<Long> enter(List<ClaimEntry> claims) {
        CommandArgs<byte[], byte[]> args = RedisLink.args().addKey(index);
        for (ClaimEntry claim : claims) {
            args.add(claim.since()).addValue(bytes(claim.hit().key()));
        }
        return link.send(CommandType.ZADD, new IntegerOutput<>(RedisLink.CODEC), args);
    }

    /** Takes a key out of the index where nobody has entered it since. */
    Reply<Long> leave(String key, long since) {
        return eval(script(ClaimScripts.REINDEX, 1)
                .addKey(index)
                .addValue(bytes(key))
                .add(since));
    }

    /** Gives a key the time of the claim that stands, in place of that of one that was not granted. */
    Reply<Long> reenter(String key, long since, long standing) {
        return eval(script(ClaimScripts.REINDEX, 1)
                .addKey(index)
                .addValue(bytes(key))
                .add(since)
                .add(standing));
    }

    /** Keys with the time of their claims, the oldest first. */
    Reply<List<ScoredValue<byte[]>>> entered(int from, int count) {
        return link.send(
                CommandType.ZRANGE,
                new ScoredValueListOutput<>(RedisLink.CODEC),
                RedisLink.args().addKey(index).add(from).add(from + count - 1).add(WITHSCORES));
    }

    private static CommandArgs<byte[], byte[]> script(byte[] script, int keys) {
        return RedisLink.args().add(script).add(keys);
    }

    private Reply<Long> eval(CommandArgs<byte[], byte[]> args) {
        return link.send(CommandType.EVAL, new IntegerOutput<>(RedisLink.CODEC), args);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
