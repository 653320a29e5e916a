package io.opalmind.store.redis;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.output.KeyScanOutput;
import io.lettuce.core.protocol.CommandType;
import io.opalmind.store.CacheSurvey;
import io.opalmind.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks over all keys under a prefix, on every master, with SCAN, STRLEN and PTTL: some hundreds in one go, and the next
 * SCAN with them. KEYS would hold every other client up.
 */
public final class RedisCacheSurvey implements CacheSurvey {
    private static final int BATCH = 1000;
    private static final String FIRST = "0";

    private final RedisLink link;
    private final String prefix;
    private final int prefixBytes;

    /** @param link closed by its owner */
    public RedisCacheSurvey(RedisLink link, String prefix) {
        this.link = link;
        this.prefix = prefix;
        this.prefixBytes = prefix.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public void survey(Entries entries) {
        for (RedisLink master : link.masters()) {
            survey(master, entries);
        }
    }

    /** What was asked of one page is looked at while Redis answers what is asked of the next. */
    private void survey(RedisLink master, Entries entries) {
        List<Sizing> asked = List.of();
        Reply<KeyScanCursor<byte[]>> next = scan(master, FIRST);
        while (next != null) {
            KeyScanCursor<byte[]> page = await(master, next);
            List<Sizing> asking = ask(master, page);
            next = page.isFinished() ? null : scan(master, page.getCursor());
            master.flush();
            show(asked, master, entries);
            asked = asking;
        }
        show(asked, master, entries);
    }

    private List<Sizing> ask(RedisLink master, KeyScanCursor<byte[]> page) {
        List<Sizing> asking = new ArrayList<>(page.getKeys().size());
        for (byte[] key : page.getKeys()) {
            asking.add(new Sizing(key, ask(master, CommandType.STRLEN, key), ask(master, CommandType.PTTL, key)));
        }
        return asking;
    }

    private static void show(List<Sizing> asked, RedisLink master, Entries entries) {
        TimeLimit limit = master.limit();
        for (Sizing sizing : asked) {
            sizing.show(entries, limit);
        }
    }

    private static KeyScanCursor<byte[]> await(RedisLink master, Reply<KeyScanCursor<byte[]>> reply) {
        KeyScanCursor<byte[]> page = master.await(reply);
        if (page == null) {
            throw new StoreException("it answered SCAN with nothing", null);
        }
        return page;
    }

    private Reply<KeyScanCursor<byte[]>> scan(RedisLink master, String cursor) {
        return master.send(
                CommandType.SCAN,
                new KeyScanOutput<>(RedisLink.CODEC),
                RedisLink.args()
                        .add(cursor)
                        .add("MATCH")
                        .add(escaped(prefix) + "*")
                        .add("COUNT")
                        .add(BATCH));
    }

    private static Reply<Long> ask(RedisLink master, CommandType type, byte[] key) {
        return master.send(
                type, new IntegerOutput<>(RedisLink.CODEC), RedisLink.args().addKey(key));
    }

    /** A prefix may hold what a pattern would take for more than itself. */
    static String escaped(String text) {
        StringBuilder pattern = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            if ("*?[]\\".indexOf(text.charAt(i)) >= 0) {
                pattern.append('\\');
            }
            pattern.append(text.charAt(i));
        }
        return pattern.toString();
    }

    private final class Sizing {
        private final byte[] key;
        private final Reply<Long> length;
        private final Reply<Long> left;

        Sizing(byte[] key, Reply<Long> length, Reply<Long> left) {
            this.key = key;
            this.length = length;
            this.left = left;
        }

        void show(Entries entries, TimeLimit limit) {
            long bytes = number(length, limit);
            long millis = number(left, limit);
            String name = new String(key, StandardCharsets.UTF_8);
            // -2 is a key that has gone meanwhile, 0 one that is about to.
            if (millis == NO_END || millis > 0) {
                entries.entry(name.substring(prefix.length()), key.length - prefixBytes + bytes, millis);
            }
        }

        /** What is no string, and so is not ours, has no length. */
        private long number(Reply<Long> reply, TimeLimit limit) {
            try {
                Long number = reply.await(limit);
                return number == null ? 0 : number;
            } catch (StoreException e) {
                if (String.valueOf(e.getMessage()).startsWith("WRONGTYPE")) {
                    return 0;
                }
                throw e;
            }
        }
    }
}
