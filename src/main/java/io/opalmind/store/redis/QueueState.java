package io.opalmind.store.redis;

import io.opalmind.store.KeptHit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the first hit of a shard: it was tried in vain. It counts as long as that hit waits.
 *
 * @param entry of which entry
 * @param hit in place of the one that stands there
 * @param dueAt milliseconds since the epoch
 * @param triedAt milliseconds since the epoch
 */
record QueueState(String entry, KeptHit hit, long dueAt, long triedAt) {
    static final List<String> FIELDS = List.of("entry", "hit", "due", "tried");

    /** From the values of these fields; null where there is no state. */
    static @Nullable QueueState parse(@Nullable List<?> values) {
        if (values == null || values.size() < FIELDS.size() || values.get(0) == null || values.get(1) == null) {
            return null;
        }
        KeptHit hit = KeptHit.parse((byte[]) values.get(1));
        return hit == null
                ? null
                : new QueueState(text(values.get(0)), hit, number(values.get(2)), number(values.get(3)));
    }

    private static long number(@Nullable Object value) {
        return value == null ? 0 : QueueEntry.number(text(value));
    }

    private static String text(Object value) {
        return new String((byte[]) value, StandardCharsets.UTF_8);
    }
}
