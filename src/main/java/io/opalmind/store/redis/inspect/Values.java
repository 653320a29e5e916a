package io.opalmind.store.redis.inspect;

import io.opalmind.store.redis.Reply;
import io.opalmind.store.redis.TimeLimit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the values of many strings, so many at once that they fit into a few megabytes. */
final class Values {
    /** What is longer is none of ours, as no store of ours writes it, and is never read whole. */
    static final long LONGEST = 8L * 1024 * 1024;

    private static final long AT_ONCE = 2L * 1024 * 1024;

    /** Takes a value. */
    interface Sink {
        /**
         * Takes it.
         *
         * @param value null where it is longer than {@link #LONGEST}, not to be read, or gone
         */
        void value(FoundKey key, long length, byte @Nullable [] value);
    }

    private final Server server;

    Values(Server server) {
        this.server = server;
    }

    /** In the order of the keys, which are strings. */
    void read(List<FoundKey> keys, Sink sink) {
        List<Reply<Long>> asked = new ArrayList<>(keys.size());
        for (FoundKey key : keys) {
            asked.add(server.length(key.name()));
        }
        List<FoundKey> some = new ArrayList<>();
        List<Long> lengths = new ArrayList<>();
        long sum = 0;
        TimeLimit limit = server.link().limit();
        List<Long> all = new ArrayList<>(keys.size());
        for (Reply<Long> length : asked) {
            Long told = server.answer(Server.LENGTH, length, limit);
            all.add(told == null ? FoundKey.UNKNOWN : told);
        }
        for (int i = 0; i < keys.size(); i++) {
            long length = all.get(i);
            if (sum + length > AT_ONCE) {
                get(some, lengths, sink);
                sum = 0;
            }
            some.add(keys.get(i));
            lengths.add(length);
            sum += isReadable(length) ? length : 0;
        }
        get(some, lengths, sink);
    }

    private static boolean isReadable(long length) {
        return length >= 0 && length <= LONGEST;
    }

    private void get(List<FoundKey> keys, List<Long> lengths, Sink sink) {
        List<@Nullable Reply<byte[]>> asked = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            asked.add(isReadable(lengths.get(i)) ? server.get(keys.get(i).name()) : null);
        }
        TimeLimit limit = server.link().limit();
        for (int i = 0; i < keys.size(); i++) {
            Reply<byte[]> reply = asked.set(i, null);
            byte[] value = reply == null ? null : server.answer("GET", reply, limit);
            sink.value(keys.get(i), lengths.get(i), value);
        }
        keys.clear();
        lengths.clear();
    }
}
