package io.opalmind.store.redis.inspect;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which keys are ours, by how they begin. */
public final class KeySpace {
    /** How the keys of a kind begin. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares two of these
    record Prefix(KeyKind kind, byte[] bytes) {
        static Prefix of(KeyKind kind, String text) {
            return new Prefix(kind, text.getBytes(StandardCharsets.UTF_8));
        }

        boolean begins(byte[] key) {
            return key.length >= bytes.length && Arrays.equals(key, 0, bytes.length, bytes, 0, bytes.length);
        }
    }

    private final List<Prefix> prefixes;

    /** @param cachePrefix with which, as with the other, no key of another kind begins, except where it is shorter */
    public KeySpace(String cachePrefix, String idempotencyPrefix) {
        List<Prefix> all = new ArrayList<>();
        all.add(Prefix.of(KeyKind.CACHE, cachePrefix));
        all.add(Prefix.of(KeyKind.IDEMPOTENCY, idempotencyPrefix));
        all.add(Prefix.of(KeyKind.CLAIM, "opalmind:claim:" + idempotencyPrefix));
        all.add(Prefix.of(KeyKind.CLAIM, "opalmind:claims:" + idempotencyPrefix));
        all.add(Prefix.of(KeyKind.QUEUE, "opalmind:queue:"));
        all.add(Prefix.of(KeyKind.STATS, "opalmind:stats:" + cachePrefix));
        // The longest first: with a cache prefix of "opalmind:", a queue is still a queue.
        all.sort((one, other) -> Integer.compare(other.bytes.length, one.bytes.length));
        prefixes = List.copyOf(all);
    }

    /** The prefix with which that key begins, or null where it is none of ours. */
    @Nullable
    Prefix of(byte[] key) {
        for (Prefix prefix : prefixes) {
            if (prefix.begins(key)) {
                return prefix.kind != KeyKind.STATS || isCounter(key, prefix.bytes.length) ? prefix : null;
            }
        }
        return null;
    }

    /** The kind of that key, or null where it is none of ours. */
    public @Nullable KeyKind kindOf(byte[] key) {
        Prefix prefix = of(key);
        return prefix == null ? null : prefix.kind;
    }

    /** The counters of a cache with a longer prefix begin with ours too. */
    private static boolean isCounter(byte[] key, int offset) {
        String rest = new String(key, offset, key.length - offset, StandardCharsets.ISO_8859_1);
        return rest.equals("total") || rest.startsWith("hour:");
    }

    /** The keys that a name could mean: the name itself where it is one of ours, else behind each prefix. */
    List<byte[]> candidates(byte[] name) {
        if (of(name) != null) {
            return List.of(name);
        }
        List<byte[]> candidates = new ArrayList<>();
        for (KeyKind kind : KeyKind.values()) {
            for (Prefix prefix : prefixes) {
                if (prefix.kind == kind) {
                    candidates.add(join(prefix.bytes, name));
                }
            }
        }
        return candidates;
    }

    /**
     * What to give to SCAN so that every key of these kinds is among what it finds.
     *
     * @param glob for what comes behind the prefix, or null
     */
    byte[] pattern(Set<KeyKind> kinds, byte @Nullable [] glob) {
        byte[] common = null;
        int count = 0;
        for (Prefix prefix : prefixes) {
            if (kinds.contains(prefix.kind)) {
                common = common == null ? prefix.bytes : common(common, prefix.bytes);
                count++;
            }
        }
        byte[] start = Glob.escape(common == null ? new byte[0] : common);
        return join(start, count == 1 && glob != null ? glob : new byte[] {'*'});
    }

    private static byte[] common(byte[] one, byte[] other) {
        int length = 0;
        while (length < one.length && length < other.length && one[length] == other[length]) {
            length++;
        }
        return Arrays.copyOf(one, length);
    }

    private static byte[] join(byte[] one, byte[] other) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream(one.length + other.length);
        joined.writeBytes(one);
        joined.writeBytes(other);
        return joined.toByteArray();
    }
}
