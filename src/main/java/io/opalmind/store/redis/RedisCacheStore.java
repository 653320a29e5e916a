package io.opalmind.store.redis;

import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.output.ValueOutput;
import io.lettuce.core.protocol.CommandType;
import io.opalmind.store.CacheStore;
import io.opalmind.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reports in Redis, as the SDK keeps them: prefix and key, SETEX with the time rounded up to seconds. */
public final class RedisCacheStore implements CacheStore {
    private final RedisLink link;
    private final String prefix;

    /** @param link closed by its owner, not by this store */
    public RedisCacheStore(RedisLink link, String prefix) {
        this.link = link;
        this.prefix = prefix;
    }

    /** What is of another type, and so was put there by someone else, is no report. */
    @Override
    public byte @Nullable [] get(String key) {
        Reply<byte[]> reply = link.send(
                CommandType.GET,
                new ValueOutput<>(RedisLink.CODEC),
                RedisLink.args().addKey(name(key)));
        try {
            return link.await(reply);
        } catch (StoreException e) {
            if (String.valueOf(e.getMessage()).startsWith("WRONGTYPE")) {
                return null;
            }
            throw e;
        }
    }

    @Override
    public void put(String key, byte[] value, Duration timeToLive) {
        long seconds = RedisTime.seconds(timeToLive);
        if (value.length > MAX_VALUE_BYTES) {
            delete(key);
            return;
        }
        link.await(link.send(
                CommandType.SETEX,
                new StatusOutput<>(RedisLink.CODEC),
                RedisLink.args().addKey(name(key)).add(seconds).addValue(value)));
    }

    private void delete(String key) {
        link.await(link.send(
                CommandType.DEL,
                new IntegerOutput<>(RedisLink.CODEC),
                RedisLink.args().addKey(name(key))));
    }

    private byte[] name(String key) {
        return (prefix + key).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {}
}
