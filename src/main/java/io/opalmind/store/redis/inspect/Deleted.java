package io.opalmind.store.redis.inspect;

/**
 * What came of a deletion.
 *
 * @param matched keys that the filter let pass
 * @param deleted of these
 * @param changed left alone, as they were written meanwhile
 * @param gone by themselves meanwhile
 * @param bytes of memory that the deleted ones took, as far as Redis told
 */
public record Deleted(long matched, long deleted, long changed, long gone, long bytes) {
    static final Deleted NONE = new Deleted(0, 0, 0, 0, 0);

    Deleted plus(FoundKey key, long answer) {
        return new Deleted(
                matched + 1,
                deleted + (answer > 0 ? 1 : 0),
                changed + (answer < 0 ? 1 : 0),
                gone + (answer == 0 ? 1 : 0),
                bytes + (answer > 0 ? Math.max(0, key.bytes()) : 0));
    }
}
