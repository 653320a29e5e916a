package io.opalmind.store.redis.inspect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key with what stands there.
 *
 * @param encoding how Redis keeps it, {@code embstr} for one; null where it does not tell
 * @param length of a string in bytes, of others the number of elements
 * @param value of a string; null where it is of another type, longer than 8 MB, or not to be read
 * @param elements of other types, the first hundred: a field and its value, a member and its score, an entry's id and its
 *     fields and values, or one value
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of these
public record KeyDetail(
        FoundKey key, @Nullable String encoding, long length, byte @Nullable [] value, List<List<byte[]>> elements) {}
