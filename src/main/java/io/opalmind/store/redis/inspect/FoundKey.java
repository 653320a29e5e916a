package io.opalmind.store.redis.inspect;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A key of ours and what Redis says about it. What nobody asked, or Redis does not tell this user, is {@link #UNKNOWN}.
 *
 * @param name as it stands in Redis, prefix and all
 * @param prefixLength how many of its bytes are the prefix
 * @param report what the key of a cached report says, or null
 * @param type {@code string}, {@code hash} …, or null where it is not known
 * @param ttlMillis what is left of its life; -1 where it has no end
 * @param bytes of memory, its key and what Redis needs besides included
 * @param idleSeconds since it was last read or written
 * @param ageSeconds what is gone of the life that is configured for its kind; of others the same as idleSeconds
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of these
public record FoundKey(
        byte[] name,
        KeyKind kind,
        int prefixLength,
        @Nullable ReportKey report,
        @Nullable String type,
        long ttlMillis,
        long bytes,
        long idleSeconds,
        long ageSeconds) {
    public static final long UNKNOWN = Long.MIN_VALUE;

    static final long NO_END = -1;
    static final long GONE = -2;

    static FoundKey named(byte[] name, KeySpace.Prefix prefix) {
        int length = prefix.bytes().length;
        ReportKey report = prefix.kind() == KeyKind.CACHE ? ReportKey.parse(name, length) : null;
        return new FoundKey(name, prefix.kind(), length, report, null, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
    }

    FoundKey with(@Nullable String ofType, long ttl, long size, long idle, long age) {
        return new FoundKey(name, kind, prefixLength, report, ofType, ttl, size, idle, age);
    }

    /** The name as text; what is no UTF-8 is a replacement character. */
    public String text() {
        return new String(name, StandardCharsets.UTF_8);
    }

    /** What stands behind the prefix, as text. */
    public String rest() {
        return new String(name, prefixLength, name.length - prefixLength, StandardCharsets.UTF_8);
    }

    /** Whether the text is all of the name. */
    public boolean isText() {
        return isText(name);
    }

    static boolean isText(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)) != null;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
